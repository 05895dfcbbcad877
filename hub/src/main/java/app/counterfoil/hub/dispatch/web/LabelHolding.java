package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.TellsHolding;
import app.counterfoil.vault.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the order's page of its sealed labels. */
@Component
class LabelHolding implements TellsHolding {

    private final Shipments shipments;

    LabelHolding(Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public List<Holding> of(SellerId seller, OrderFacts order) {
        return shipments.ofOrder(seller, order.id()).stream()
                .flatMap(shipment -> shipment.labelEndsOn().stream())
                .map(end -> new Holding("Courier's label", Purpose.LABEL, end))
                .toList();
    }
}
