package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.custody.HeldPart.Line;
import app.counterfoil.hub.custody.KeepsPeople;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells of the labels that show orders' recipients. */
@Component
@Order(2)
class LabelsKeepPeople implements KeepsPeople {

    private final Orders orders;
    private final Shipments shipments;

    LabelsKeepPeople(Orders orders, Shipments shipments) {
        this.orders = orders;
        this.shipments = shipments;
    }

    @Override
    public Map<UUID, List<HeldPart>> of(SellerId seller, List<UUID> asked, Opens opens) {
        var ids = asked.stream().map(OrderId::new).toList();
        var labelled = shipments.ofOrders(seller, ids).stream()
                .filter(shipment -> shipment.labelEndsOn().isPresent())
                .collect(Collectors.groupingBy(Shipment::order));
        var refs = new LinkedHashMap<RecordRef, Shipment>();
        for (var order : orders.of(seller, ids)) {
            labelled.getOrDefault(order.id(), List.of())
                    .forEach(shipment -> refs.put(new RecordRef(shipment.id(), order.subject()), shipment));
        }
        var opened = opens.open(LabelDocument.KIND, refs.keySet());
        var parts = new HashMap<UUID, List<HeldPart>>();
        refs.forEach((ref, shipment) -> {
            if (opened.get(ref.id()) instanceof Outcome.Opened<LabelDocument> label) {
                parts.computeIfAbsent(shipment.order().value(), each -> new ArrayList<>())
                        .add(part(shipment, label));
            }
        });
        return parts;
    }

    private static HeldPart part(Shipment shipment, Outcome.Opened<LabelDocument> label) {
        return new HeldPart(
                "Courier's label",
                Purpose.LABEL,
                label.endsOn(),
                List.of(
                        new Line("Shows", "the recipient's name and address, as above"),
                        new Line("Tracking number", shipment.trackingNumber())));
    }
}
