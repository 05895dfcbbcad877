package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Seals the people of orders to a later day: by the week while an order is open, and to their end once it has closed. */
@Component
class CarryPeopleOn {

    private final Custody custody;
    private final KnownOrders known;
    private final TypedRecipients typed;
    private final CorrectedBuyers corrected;
    private final PeopleKept kept;

    CarryPeopleOn(
            Custody custody, KnownOrders known, TypedRecipients typed, CorrectedBuyers corrected, PeopleKept kept) {
        this.custody = custody;
        this.known = known;
        this.typed = typed;
        this.corrected = corrected;
        this.kept = kept;
    }

    /** Seals the people of these orders to that end, in the running transaction; what has ended stays ended. */
    void until(PeopleEnd end, SellerId seller, List<RecordRef> orders, String reason) {
        var delivery = new Opening(HubJob.RETENTION, Purpose.DELIVERY, reason);
        custody.in(seller, vault -> vault.carryOn(delivery, Recipient.KIND, all(orders, end.delivery())));
        typed.carryOn(seller, delivery, orders, end.delivery());
        var service = new Opening(HubJob.RETENTION, Purpose.SERVICE, reason);
        custody.in(seller, vault -> vault.carryOn(service, Buyer.KIND, all(orders, end.service())));
        corrected.carryOn(seller, service, orders, end.service());
        known.personalEnds(
                seller, orders.stream().map(ref -> new OrderId(ref.id())).toList(), end.delivery());
        kept.noteCarriedOn(seller, orders.stream().map(RecordRef::id).toList(), end);
    }

    private static Map<RecordRef, LocalDate> all(List<RecordRef> orders, LocalDate end) {
        return orders.stream().collect(Collectors.toMap(order -> order, order -> end, (a, b) -> a, LinkedHashMap::new));
    }
}
