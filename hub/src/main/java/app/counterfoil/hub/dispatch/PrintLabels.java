package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Prints labels, and prints them again until they end, from their sealed copies. */
@Component
public class PrintLabels {

    private final Shipments shipments;
    private final ShipmentRows rows;
    private final CourierAccounts couriers;
    private final Orders orders;
    private final Custody custody;
    private final BusinessClock clock;

    PrintLabels(
            Shipments shipments,
            ShipmentRows rows,
            CourierAccounts couriers,
            Orders orders,
            Custody custody,
            BusinessClock clock) {
        this.shipments = shipments;
        this.rows = rows;
        this.couriers = couriers;
        this.orders = orders;
        this.custody = custody;
        this.clock = clock;
    }

    /** A label to print: its shipment, and the order whose subject its sealed copy belongs to. */
    private record Printable(Shipment shipment, OrderFacts order) {

        RecordRef ref() {
            return new RecordRef(shipment.id(), order.subject());
        }

        String number() {
            return order.channelOrderId();
        }
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
        var leftOut = new ArrayList<LeftOut>();
        var printable = new ArrayList<Printable>();
        for (var shipment : found) {
            var order = byOrder.get(shipment.order());
            if (order == null) {
                leftOut.add(new LeftOut("There is no such order.", "Look at the list under Orders."));
                continue;
            }
            whyNot(seller, shipment, order)
                    .ifPresentOrElse(leftOut::add, () -> printable.add(new Printable(shipment, order)));
        }
        return sheet(person, printable, leftOut);
    }

    private byte[] sheet(SignedIn person, List<Printable> printable, List<LeftOut> leftOut) {
        var opened = opened(person, printable);
        try (var sheet = new LabelSheet()) {
            var printed = new ArrayList<UUID>();
            for (var each : printable) {
                var outcome = opened.get(each.shipment().id());
                if (!(outcome instanceof Outcome.Opened<LabelDocument> whole)) {
                    leftOut.add(
                            outcome instanceof Outcome.Ended<LabelDocument> past
                                    ? LeftOut.ended(each.number(), past.on())
                                    : LeftOut.unopened(each.number()));
                } else if (sheet.takes(whole.content())) {
                    printed.add(each.shipment().id());
                } else {
                    leftOut.add(LeftOut.unreadable(each.number()));
                }
            }
            if (printed.isEmpty()) {
                throw LabelGone.all(leftOut);
            }
            var pdf = sheet.pdf(leftOut.stream().map(LeftOut::wrong).toList());
            rows.printed(person.seller(), printed);
            return pdf;
        }
    }

    private Map<UUID, Outcome<LabelDocument>> opened(SignedIn person, List<Printable> printable) {
        if (printable.isEmpty()) {
            return Map.of();
        }
        var first =
                printable.stream().allMatch(each -> each.shipment().printedAt().isEmpty());
        return custody.in(
                person.seller(),
                vault -> vault.open(
                        person.opening(Purpose.LABEL, first ? "PRINT_LABEL" : "REPRINT"),
                        LabelDocument.KIND,
                        printable.stream().map(Printable::ref).toList()));
    }

    private Optional<LeftOut> whyNot(SellerId seller, Shipment shipment, OrderFacts order) {
        var number = order.channelOrderId();
        if (shipment.state().isVoid()) {
            return Optional.of(new LeftOut(
                    "The label of order " + number + " is void.",
                    "Destroy its paper; if there is a new one, print it from the order's page."));
        }
        if (order.state() == OrderState.ON_HOLD || order.state() == OrderState.CANCELLED) {
            return Optional.of(new LeftOut(
                    "Order " + number + " is " + order.state().title().toLowerCase(Locale.ROOT)
                            + ", so its label is not printed.",
                    "Open the order to see why, and keep its parcel here."));
        }
        if (shipment.state() == ShipmentState.PRINT_AT_COURIER) {
            var courier = couriers.of(seller, shipment);
            return Optional.of(new LeftOut(
                    "The account of order " + number + " prints its labels at " + courier.title() + ".",
                    courier.printsThere(shipment.reference())));
        }
        if (shipment.labelEndsOn().isEmpty()) {
            return Optional.of(new LeftOut(
                    "Order " + number + " has no label yet.",
                    shipment.state() == ShipmentState.LABEL_PENDING
                            ? "It is booked; we ask the courier for the label by ourselves."
                            : "Book it under Dispatch."));
        }
        return shipment.labelEndsOn()
                .filter(end -> !shipment.printsOn(clock.today()))
                .map(end -> LeftOut.ended(number, end));
    }
}
