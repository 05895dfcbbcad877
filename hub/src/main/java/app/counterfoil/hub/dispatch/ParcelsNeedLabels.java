package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.NeedsPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A parcel that has not left needs its label: it may have to be printed once more. An order that is still to be sent needs
 * that one can be made: for somebody who is forgotten none is kept.
 */
@Component
class ParcelsNeedLabels implements NeedsPeople {

    private final Shipments shipments;

    ParcelsNeedLabels(Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public Map<Purpose, Map<OrderId, String>> of(SellerId seller, List<OrderFacts> orders) {
        var open = orders.stream()
                .filter(order -> order.state().isOpen())
                .map(OrderFacts::id)
                .toList();
        var needed = open.stream().collect(Collectors.toMap(order -> order, order -> "its label is still to be made"));
        shipments.ofOrders(seller, open).stream()
                .filter(shipment -> shipment.dispatchedAt().isEmpty()
                        && (shipment.state().isBought() || shipment.state() == ShipmentState.BOOKING))
                .forEach(shipment -> needed.put(shipment.order(), "its parcel has not left"));
        return Map.of(Purpose.LABEL, needed);
    }
}
