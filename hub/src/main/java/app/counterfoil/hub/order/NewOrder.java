package app.counterfoil.hub.order;

import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An order that is new to us.
 *
 * @param personalEndsOn when its people as a whole end; empty if none is told or both have ended already
 * @param recipientEndsOn when whom it goes to ends; empty if nobody is told, or would have ended already
 * @param buyerEndsOn when who bought it ends; empty in the same way
 */
record NewOrder(
        OrderId id,
        SubjectId subject,
        OrderDraft draft,
        Optional<LocalDate> personalEndsOn,
        Optional<LocalDate> recipientEndsOn,
        Optional<LocalDate> buyerEndsOn) {

    /** What would have ended already is not taken in. */
    static NewOrder of(OrderId id, SubjectId subject, OrderDraft draft, PeopleEnd end, LocalDate today) {
        var delivery = Optional.of(end.delivery()).filter(day -> day.isAfter(today));
        var service = Optional.of(end.service()).filter(day -> day.isAfter(today));
        var told = draft.recipient().isPresent() || draft.buyer().isPresent();
        return new NewOrder(
                id,
                subject,
                draft,
                told && (delivery.isPresent() || service.isPresent()) ? Optional.of(end.delivery()) : Optional.empty(),
                draft.recipient().flatMap(recipient -> delivery),
                draft.buyer().flatMap(buyer -> service));
    }

    /** Its people, to be sealed. */
    Stream<Sealing<?>> sealings() {
        Optional<Sealing<?>> recipient = recipientEndsOn.map(end -> new Sealing<>(
                Recipient.KIND, id.value(), subject, end, draft.recipient().orElseThrow()));
        Optional<Sealing<?>> buyer = buyerEndsOn.map(end -> new Sealing<>(
                Buyer.KIND, id.value(), subject, end, draft.buyer().orElseThrow()));
        return Stream.of(recipient, buyer).flatMap(Optional::stream);
    }

    /** The same order where people of these kinds were not taken in, since they were forgotten. */
    NewOrder without(Set<RecordKind<?>> people) {
        if (people.isEmpty()) {
            return this;
        }
        var recipient = recipientEndsOn.filter(day -> !people.contains(Recipient.KIND));
        var buyer = buyerEndsOn.filter(day -> !people.contains(Buyer.KIND));
        var anybody = recipient.isPresent() || buyer.isPresent();
        return new NewOrder(id, subject, draft, personalEndsOn.filter(day -> anybody), recipient, buyer);
    }

    @Override
    public String toString() {
        return "NewOrder[" + id + "]";
    }
}
