package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.store.RecordRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints labels, and prints them again for three weeks, from their sealed copies. */
@Component
public class PrintLabels {

    private final Shipments shipments;
    private final ShipmentRows rows;
    private final Orders orders;
    private final Custody custody;
    private final BusinessClock clock;

    PrintLabels(Shipments shipments, ShipmentRows rows, Orders orders, Custody custody, BusinessClock clock) {
        this.shipments = shipments;
        this.rows = rows;
        this.orders = orders;
        this.custody = custody;
        this.clock = clock;
    }

    /**
     * The labels of these shipments as one PDF, a page of 4 × 6 inch each, in the order they were booked.
     *
     * @throws LabelGone if one of them has ended, was replaced or is not here
     * @throws app.counterfoil.vault.PurposeNotCarried if the person's role does not open labels
     */
    public byte[] pdf(SignedIn person, List<UUID> ids) {
        var seller = person.seller();
        var found = shipments.of(seller, ids);
        if (found.isEmpty()) {
            throw new LabelGone("No label was chosen.", "Choose at least one parcel.");
        }
        Map<OrderId, OrderFacts> byOrder =
                orders.of(seller, found.stream().map(Shipment::order).distinct().toList()).stream()
                        .collect(Collectors.toMap(OrderFacts::id, Function.identity()));
        for (var shipment : found) {
            requirePrintable(shipment, number(byOrder, shipment));
        }
        var refs = found.stream()
                .map(shipment -> {
                    var order = byOrder.get(shipment.order());
                    if (order == null) {
                        throw new BookShipments.NoSuchOrder();
                    }
                    return new RecordRef(shipment.id(), order.subject());
                })
                .toList();
        var reason = found.stream().allMatch(shipment -> shipment.printedAt().isEmpty()) ? "PRINT_LABEL" : "REPRINT";
        var opened = custody.in(
                seller, vault -> vault.open(person.opening(Purpose.LABEL, reason), LabelDocument.KIND, refs));
        var labels = new ArrayList<LabelDocument>();
        for (var shipment : found) {
            var outcome = opened.get(shipment.id());
            labels.add(opened(outcome, number(byOrder, shipment)));
        }
        var merged = LabelSheet.merged(labels);
        rows.printed(seller, found.stream().map(Shipment::id).toList());
        return merged;
    }

    private void requirePrintable(Shipment shipment, String number) {
        if (shipment.state() == ShipmentState.REPLACED) {
            throw new LabelGone(
                    "The label of order " + number + " was replaced and is void.",
                    "Destroy its paper and print the new one from the order's page.");
        }
        if (shipment.state() == ShipmentState.PRINT_AT_COURIER) {
            throw new LabelGone(
                    "This account prints its labels at Royal Mail.",
                    "Open Click & Drop and print " + shipment.reference() + " there.");
        }
        if (shipment.labelEndsOn().isEmpty()) {
            throw new LabelGone("Order " + number + " has no label yet.", "Book it under Dispatch.");
        }
        if (!shipment.printsOn(clock.today())) {
            throw ended(number, shipment.labelEndsOn().get().toString());
        }
    }

    private static LabelDocument opened(@Nullable Outcome<LabelDocument> outcome, String number) {
        if (outcome instanceof Outcome.Opened<LabelDocument> whole) {
            return whole.content();
        }
        if (outcome instanceof Outcome.Ended<LabelDocument> past) {
            throw ended(number, past.on().toString());
        }
        throw new LabelGone(
                "The label of order " + number + " can no longer be opened.",
                "Make a new label from the order's page, if the order is still to be sent.");
    }

    private static LabelGone ended(String number, String on) {
        return new LabelGone(
                "The label of order " + number + " ended on " + on + ", three weeks after it was made.",
                "Make a new label from the order's page; the reason is recorded.");
    }

    private static String number(Map<OrderId, OrderFacts> byOrder, Shipment shipment) {
        var order = byOrder.get(shipment.order());
        return order == null ? "unknown" : order.channelOrderId();
    }

    /** A label cannot be printed. */
    public static final class LabelGone extends Refusal {
        LabelGone(String wrong, String mend) {
            super(wrong, mend);
        }
    }
}
