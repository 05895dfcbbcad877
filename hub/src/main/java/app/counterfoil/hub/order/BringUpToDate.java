package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.KnownOrders.Told;
import app.counterfoil.hub.order.Timeline.Note;
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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Brings orders that we have up to date with what the channel now tells. What the channel leaves out is not taken for
 * gone: channels blank personal data with time. What has ended or was forgotten does not come back by a re-read.
 */
@Component
class BringUpToDate {

    private final KnownOrders known;
    private final OrderRows rows;
    private final OrderPrices prices;
    private final Orders orders;
    private final Timeline timeline;
    private final CarryPeopleOn carryPeopleOn;
    private final TypedRecipients typed;
    private final PeopleKept kept;
    private final Custody custody;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    BringUpToDate(
            KnownOrders known,
            OrderRows rows,
            OrderPrices prices,
            Orders orders,
            Timeline timeline,
            CarryPeopleOn carryPeopleOn,
            TypedRecipients typed,
            PeopleKept kept,
            Custody custody,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.known = known;
        this.rows = rows;
        this.prices = prices;
        this.orders = orders;
        this.timeline = timeline;
        this.carryPeopleOn = carryPeopleOn;
        this.typed = typed;
        this.kept = kept;
        this.custody = custody;
        this.clock = clock;
        this.events = events;
    }

    /** An order as we have it, and as it is told. */
    private record Change(OrderFacts before, Told now) {

        boolean closesNow() {
            return before.state().isOpen() && !now.state().isOpen();
        }

        Note note(OrderHappening what, String detail) {
            return new Note(now.id(), what, detail);
        }

        <T> Sealing<T> sealing(RecordKind<T> kind, LocalDate end, T content) {
            return new Sealing<>(kind, now.id().value(), before.subject(), end, content);
        }

        @Override
        public String toString() {
            return "Change[" + now + "]";
        }
    }

    /** Brings the orders up to date, in the running transaction; their rows are locked. */
    void with(Account account, RetentionPolicy policy, Map<OrderId, OrderDraft> told) {
        if (told.isEmpty()) {
            return;
        }
        var seller = account.seller();
        var changes = new ArrayList<Change>();
        for (var before : orders.of(seller, told.keySet())) {
            var draft = told.get(before.id());
            if (draft != null) {
                changes.add(new Change(before, now(before, draft)));
            }
        }
        var recipients = new HashMap<OrderFacts, Recipient>();
        changes.forEach(
                change -> change.now().draft().recipient().ifPresent(to -> recipients.put(change.before(), to)));
        var keepTyped = typed.kept(seller, recipients);
        var now = changes.stream().map(Change::now).toList();
        known.update(seller, now);
        // An order that was called off can come without lines: what was ordered stays to be seen.
        rows.replaceLines(
                seller,
                now.stream().filter(order -> !order.draft().lines().isEmpty()).toList());
        prices.store(seller, told, true);
        var addresses = sealAnew(
                account,
                policy,
                changes.stream()
                        .filter(change -> !keepTyped.contains(change.now().id()))
                        .toList(),
                Recipient.KIND,
                OrderDraft::recipient);
        sealAnew(account, policy, changes, Buyer.KIND, OrderDraft::buyer);
        sealToTheEnd(account, policy, changes);
        tell(seller, changes, addresses);
    }

    private Told now(OrderFacts before, OrderDraft draft) {
        var holds = EnumSet.noneOf(HoldReason.class);
        before.holds().stream()
                .filter(hold -> hold.lifter() == HoldReason.Lifter.PERSON)
                .forEach(holds::add);
        var asked = draft.holds();
        if (before.cancelRequested()) {
            // Somebody has decided on this request, or is about to.
            asked.remove(HoldReason.CANCEL_REQUESTED);
        }
        if (addressLives(before)) {
            asked.remove(HoldReason.ADDRESS_NEEDED);
        }
        holds.addAll(asked);
        var state = draft.isOpen() ? OrderState.of(holds, draft.byChannel()) : draft.state();
        // A channel may tell an older story than ours: what has left or was called off stays so.
        var legal = before.state() == state || before.state().next().contains(state) ? state : before.state();
        return new Told(before.id(), draft, legal.isOpen() ? holds : Set.of(), legal);
    }

    /** The buyer may be known for longer than the address: where only they are told anew, the address stays ended. */
    private boolean addressLives(OrderFacts before) {
        return before.territory().isTold() && lives(before.recipientEndsOn());
    }

    private boolean lives(Optional<LocalDate> end) {
        return end.filter(day -> day.isAfter(clock.today())).isPresent();
    }

    /** Seals what is told anew or otherwise than before, and returns whose content is another one now. */
    private <T> Set<OrderId> sealAnew(
            Account account,
            RetentionPolicy policy,
            List<Change> changes,
            RecordKind<T> kind,
            Function<OrderDraft, Optional<T>> part) {
        var told = new HashMap<OrderId, T>();
        changes.forEach(change -> part.apply(change.now().draft())
                .ifPresent(content -> told.put(change.now().id(), content)));
        var opening = new Opening(HubJob.INTAKE, kind.purpose(), "CHANNEL_EDIT");
        var refs = refs(changes, told.keySet());
        if (refs.isEmpty()) {
            return Set.of();
        }
        return custody.in(account.seller(), vault -> {
            var held = vault.open(opening, kind, refs);
            var edited = new HashSet<OrderId>();
            var sealings = new ArrayList<Sealing<T>>();
            for (var change : changes) {
                var content = told.get(change.now().id());
                var outcome = held.get(change.now().id().value());
                if (content != null && outcome != null) {
                    var other = outcome instanceof Outcome.Opened<T> opened
                            && !opened.content().equals(content);
                    if (other) {
                        edited.add(change.now().id());
                    }
                    var people = endOf(policy, account.service(), change);
                    var end = kind.purpose() == Purpose.DELIVERY ? people.delivery() : people.service();
                    if (end.isAfter(clock.today()) && (other || mayBeSealedAnew(outcome))) {
                        sealings.add(change.sealing(kind, end, content));
                        known.personalEnds(
                                account.seller(), List.of(change.now().id()), people.delivery());
                    }
                }
            }
            vault.replace(opening, kind, sealings);
            kept.note(account.seller(), kind, endsOf(vault, kind, sealings));
            return edited;
        });
    }

    private static Map<UUID, LocalDate> endsOf(
            SellerVault vault, RecordKind<?> kind, List<? extends Sealing<?>> sealings) {
        return sealings.isEmpty()
                ? Map.of()
                : vault.endsOf(kind, sealings.stream().map(Sealing::id).toList());
    }

    private static List<RecordRef> refs(List<Change> changes, Set<OrderId> told) {
        return changes.stream()
                .filter(change -> told.contains(change.now().id()))
                .map(change ->
                        new RecordRef(change.now().id().value(), change.before().subject()))
                .toList();
    }

    private static boolean mayBeSealedAnew(Outcome<?> outcome) {
        return outcome instanceof Outcome.Missing<?>
                || outcome instanceof Outcome.Damaged<?>
                || outcome instanceof Outcome.Restricted<?>;
    }

    /** Delivery data never ends earlier than it does already: an address may have been renewed. */
    private PeopleEnd endOf(RetentionPolicy policy, OutsideService service, Change change) {
        var closed = change.before().closedOn().or(() -> change.now().draft().closedOn());
        var end = change.now().state().isOpen() || closed.isEmpty()
                ? PeopleEnd.both(RetentionPolicy.orderOpen(clock.today()))
                : PeopleEnd.closed(policy, closed.get(), service.limit());
        var delivery = change.before()
                .personalEndsOn()
                .filter(end.delivery()::isBefore)
                .orElse(end.delivery());
        return new PeopleEnd(delivery, end.service());
    }

    private void sealToTheEnd(Account account, RetentionPolicy policy, List<Change> changes) {
        var byEnd = new HashMap<PeopleEnd, List<RecordRef>>();
        for (var change : changes) {
            if (change.closesNow() && lives(change.before().personalEndsOn())) {
                byEnd.computeIfAbsent(endOf(policy, account.service(), change), end -> new ArrayList<>())
                        .add(new RecordRef(
                                change.now().id().value(), change.before().subject()));
            }
        }
        byEnd.forEach((end, closed) -> carryPeopleOn.until(end, account.seller(), closed, "ORDER_CLOSED"));
    }

    private void tell(SellerId seller, List<Change> changes, Set<OrderId> addresses) {
        var edited = new ArrayList<OrderId>();
        var notes = new ArrayList<Note>();
        for (var change : changes) {
            var moved = change.before().state() != change.now().state();
            var edits = Edits.between(
                    change.before(),
                    change.now().draft(),
                    addresses.contains(change.now().id()));
            if (isCancelledTooLate(seller, change)) {
                notes.add(change.note(OrderHappening.CANCELLED_AFTER_DISPATCH, "stop the parcel, or expect it back"));
            }
            if (moved) {
                notes.add(change.note(OrderHappening.MOVED_AT_CHANNEL, change.now().state().name()));
            }
            if (!edits.words().isEmpty()) {
                notes.add(change.note(OrderHappening.EDITED_AT_CHANNEL, String.join(", ", edits.words())));
            }
            if (edits.ofParcel()) {
                edited.add(change.now().id());
            }
        }
        timeline.write(seller, notes, Optional.empty());
        if (!edited.isEmpty()) {
            events.publishEvent(new OrdersEdited(seller, List.copyOf(edited)));
        }
    }

    /** It has left here, and its channel now says that it was called off; told once. */
    private boolean isCancelledTooLate(SellerId seller, Change change) {
        return change.before().state() == OrderState.DISPATCHED
                && change.now().draft().standing() == OrderDraft.Standing.CANCELLED
                && timeline.of(seller, change.now().id()).stream()
                        .noneMatch(event -> event.what() == OrderHappening.CANCELLED_AFTER_DISPATCH);
    }
}
