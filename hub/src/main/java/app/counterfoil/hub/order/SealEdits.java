package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.store.SellerVault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals the people of orders anew that their channel has changed: only who is told otherwise than before, or could not
 * be read, and to their end those whose order has closed.
 */
@Component
class SealEdits {

    private final Custody custody;
    private final KnownOrders known;
    private final PeopleKept kept;
    private final CarryPeopleOn carryPeopleOn;
    private final BusinessClock clock;

    SealEdits(Custody custody, KnownOrders known, PeopleKept kept, CarryPeopleOn carryPeopleOn, BusinessClock clock) {
        this.custody = custody;
        this.known = known;
        this.kept = kept;
        this.carryPeopleOn = carryPeopleOn;
        this.clock = clock;
    }

    /**
     * Seals what is told anew of one kind of people, in the running transaction.
     *
     * @param part finds these people in what is told
     * @return the orders of which they are other ones now
     */
    <T> Set<OrderId> seal(
            Account account,
            RetentionPolicy policy,
            List<Change> changes,
            RecordKind<T> kind,
            Function<OrderDraft, Optional<T>> part) {
        var today = clock.today();
        var told = new ArrayList<Told<T>>();
        for (var change : changes) {
            var end = change.end(policy, account.service().limit(), today);
            part.apply(change.now().draft()).ifPresent(content -> told.add(new Told<>(change, content, end)));
        }
        if (told.isEmpty()) {
            return Set.of();
        }
        var opening = new Opening(HubJob.INTAKE, kind.purpose(), "CHANNEL_EDIT");
        return custody.in(account.seller(), vault -> {
            var held = vault.open(
                    opening,
                    kind,
                    told.stream().map(each -> each.change().before().people()).toList());
            var edited = told.stream()
                    .filter(each -> each.isOther(held.get(each.id().value())))
                    .map(Told::id)
                    .collect(Collectors.toSet());
            var anew = told.stream()
                    .filter(each -> each.end(kind).isAfter(today))
                    .filter(each -> edited.contains(each.id())
                            || mayBeSealedAnew(held.get(each.id().value())))
                    .toList();
            vault.replace(
                    opening, kind, anew.stream().map(each -> each.sealing(kind)).toList());
            note(account.seller(), vault, kind, anew);
            return edited;
        });
    }

    /** Whom the channel tells of an order now, and when the people of that order end. */
    private record Told<T>(Change change, T content, PeopleEnd people) {

        OrderId id() {
            return change.id();
        }

        LocalDate end(RecordKind<T> kind) {
            return kind.purpose() == Purpose.DELIVERY ? people.delivery() : people.service();
        }

        boolean isOther(@Nullable Outcome<T> held) {
            return held instanceof Outcome.Opened<T> opened && !opened.content().equals(content);
        }

        Sealing<T> sealing(RecordKind<T> kind) {
            return new Sealing<>(kind, id().value(), change.before().subject(), end(kind), content);
        }

        @Override
        public String toString() {
            return "Told[" + change + "]";
        }
    }

    private static boolean mayBeSealedAnew(@Nullable Outcome<?> held) {
        return held instanceof Outcome.Missing<?>
                || held instanceof Outcome.Damaged<?>
                || held instanceof Outcome.Restricted<?>;
    }

    private <T> void note(SellerId seller, SellerVault vault, RecordKind<T> kind, List<Told<T>> sealed) {
        if (sealed.isEmpty()) {
            return;
        }
        var byEnd = sealed.stream()
                .collect(Collectors.groupingBy(
                        each -> each.people().delivery(), Collectors.mapping(Told::id, Collectors.toList())));
        byEnd.forEach((day, orders) -> known.personalEnds(seller, orders, day));
        kept.note(
                seller,
                kind,
                vault.endsOf(
                        kind, sealed.stream().map(each -> each.id().value()).toList()));
    }

    /** Seals the people of those orders whose way ends with the change to their end. */
    void sealClosed(Account account, RetentionPolicy policy, List<Change> changes) {
        var byEnd = new HashMap<PeopleEnd, List<RecordRef>>();
        for (var change : changes) {
            if (change.closesNow() && change.before().peopleLive(clock.today())) {
                byEnd.computeIfAbsent(
                                change.end(policy, account.service().limit(), clock.today()), end -> new ArrayList<>())
                        .add(change.before().people());
            }
        }
        byEnd.forEach((end, closed) -> carryPeopleOn.until(end, account.seller(), closed, "ORDER_CLOSED"));
    }
}
