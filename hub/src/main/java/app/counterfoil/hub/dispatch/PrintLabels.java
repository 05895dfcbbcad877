package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.store.RecordRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints labels, and prints them again until they end, from their sealed copies. */
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
     * The labels of these shipments as one PDF, a page of 4 × 6 inch each, in the order they were booked. Those that
     * must not or cannot be printed are left out, and a last page names them; printing the others does not wait.
     *
     * @throws LabelGone if none of them can be printed
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
        var leftOut = new ArrayList<LabelGone>();
        var refs = new LinkedHashMap<Shipment, RecordRef>();
        for (var shipment : found) {
            try {
                refs.put(shipment, printable(shipment, byOrder.get(shipment.order())));
            } catch (LabelGone gone) {
                leftOut.add(gone);
            }
        }
        var labels = opened(person, refs, byOrder, leftOut);
        try (var sheet = new LabelSheet()) {
            var printed = new ArrayList<UUID>();
            labels.forEach((shipment, label) -> {
                if (sheet.takes(label)) {
                    printed.add(shipment.id());
                } else {
                    leftOut.add(unreadable(number(byOrder, shipment)));
                }
            });
            if (printed.isEmpty()) {
                throw leftOut.size() == 1 ? leftOut.get(0) : noneOf(leftOut);
            }
            var pdf = sheet.pdf(leftOut.stream().map(LabelGone::wrong).toList());
            rows.printed(seller, printed);
            return pdf;
        }
    }

    private Map<Shipment, LabelDocument> opened(
            SignedIn person, Map<Shipment, RecordRef> refs, Map<OrderId, OrderFacts> byOrder, List<LabelGone> leftOut) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        var first =
                refs.keySet().stream().allMatch(shipment -> shipment.printedAt().isEmpty());
        var opened = custody.in(
                person.seller(),
                vault -> vault.open(
                        person.opening(Purpose.LABEL, first ? "PRINT_LABEL" : "REPRINT"),
                        LabelDocument.KIND,
                        refs.values()));
        var labels = new LinkedHashMap<Shipment, LabelDocument>();
        for (var shipment : refs.keySet()) {
            try {
                labels.put(shipment, opened(opened.get(shipment.id()), number(byOrder, shipment)));
            } catch (LabelGone gone) {
                leftOut.add(gone);
            }
        }
        return labels;
    }

    private RecordRef printable(Shipment shipment, @Nullable OrderFacts order) {
        if (order == null) {
            throw new LabelGone("There is no such order.", "Look at the list under Orders.");
        }
        var number = order.channelOrderId();
        if (shipment.state().isVoid()) {
            throw new LabelGone(
                    "The label of order " + number + " is void.",
                    "Destroy its paper; if there is a new one, print it from the order's page.");
        }
        if (order.state() == OrderState.ON_HOLD || order.state() == OrderState.CANCELLED) {
            throw new LabelGone(
                    "Order " + number + " is " + order.state().title().toLowerCase(Locale.ROOT)
                            + ", so its label is not printed.",
                    "Open the order to see why, and keep its parcel here.");
        }
        if (shipment.state() == ShipmentState.PRINT_AT_COURIER) {
            throw new LabelGone(
                    "The account of order " + number + " prints its labels at Royal Mail.",
                    "Open Click & Drop and print " + shipment.reference() + " there.");
        }
        if (shipment.labelEndsOn().isEmpty()) {
            throw new LabelGone(
                    "Order " + number + " has no label yet.",
                    shipment.state() == ShipmentState.LABEL_PENDING
                            ? "It is booked; we ask the courier for the label by ourselves."
                            : "Book it under Dispatch.");
        }
        if (!shipment.printsOn(clock.today())) {
            throw ended(number, shipment.labelEndsOn().get());
        }
        return new RecordRef(shipment.id(), order.subject());
    }

    private static LabelDocument opened(@Nullable Outcome<LabelDocument> outcome, String number) {
        if (outcome instanceof Outcome.Opened<LabelDocument> whole) {
            return whole.content();
        }
        if (outcome instanceof Outcome.Ended<LabelDocument> past) {
            throw ended(number, past.on());
        }
        throw new LabelGone(
                "The label of order " + number + " can no longer be opened.",
                "Make a new label from the order's page, if the order is still to be sent.");
    }

    private static LabelGone unreadable(String number) {
        return new LabelGone(
                "The label of order " + number + " is not a PDF that we can read.",
                "Make a new label from the order's page.");
    }

    private static LabelGone ended(String number, LocalDate on) {
        return new LabelGone(
                "The label of order " + number + " ended on " + Written.day(on) + ".",
                "Make a new label from the order's page; the reason is recorded.");
    }

    private static String number(Map<OrderId, OrderFacts> byOrder, Shipment shipment) {
        var order = byOrder.get(shipment.order());
        return order == null ? "unknown" : order.channelOrderId();
    }

    private static LabelGone noneOf(List<LabelGone> gone) {
        return new LabelGone(
                "None of these labels is printed. "
                        + gone.stream().map(LabelGone::wrong).collect(Collectors.joining(" ")),
                gone.get(0).mend());
    }

    /** A label cannot be printed. */
    public static final class LabelGone extends Refusal {
        LabelGone(String wrong, String mend) {
            super(wrong, mend);
        }
    }
}
