package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.KnownOrders.Told;
import app.counterfoil.hub.retention.RetentionPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Brings orders that we have up to date with what the channel now tells. What the channel leaves out is not taken for
 * gone: channels blank personal data with time. What has ended or was forgotten does not come back by a re-read.
 */
@Component
class BringUpToDate {

    private final Orders orders;
    private final KnownOrders known;
    private final OrderRows rows;
    private final OrderPrices prices;
    private final TypedRecipients typed;
    private final CorrectedBuyers corrected;
    private final SealEdits sealEdits;
    private final TellEdits tellEdits;
    private final BusinessClock clock;

    BringUpToDate(
            Orders orders,
            KnownOrders known,
            OrderRows rows,
            OrderPrices prices,
            TypedRecipients typed,
            CorrectedBuyers corrected,
            SealEdits sealEdits,
            TellEdits tellEdits,
            BusinessClock clock) {
        this.orders = orders;
        this.known = known;
        this.rows = rows;
        this.prices = prices;
        this.typed = typed;
        this.corrected = corrected;
        this.sealEdits = sealEdits;
        this.tellEdits = tellEdits;
        this.clock = clock;
    }

    /** Brings the orders up to date, in the running transaction; their rows are locked. */
    void with(Account account, RetentionPolicy policy, Map<OrderId, OrderDraft> told) {
        if (told.isEmpty()) {
            return;
        }
        var seller = account.seller();
        var changes = changes(seller, told);
        var keepTyped = typed.kept(seller, told(changes, OrderDraft::recipient));
        var keepBuyers = corrected.kept(seller, told(changes, OrderDraft::buyer));
        var now = changes.stream().map(Change::now).toList();
        known.update(seller, now);
        // An order that was called off can come without lines: what was ordered stays to be seen.
        rows.replaceLines(
                seller,
                now.stream().filter(order -> !order.draft().lines().isEmpty()).toList());
        prices.store(seller, told, true);
        var addresses =
                sealEdits.seal(account, policy, without(keepTyped, changes), Recipient.KIND, OrderDraft::recipient);
        sealEdits.seal(account, policy, without(keepBuyers, changes), Buyer.KIND, OrderDraft::buyer);
        sealEdits.sealClosed(account, policy, changes);
        tellEdits.tell(seller, changes, addresses);
    }

    private List<Change> changes(SellerId seller, Map<OrderId, OrderDraft> told) {
        var changes = new ArrayList<Change>();
        for (var before : orders.of(seller, told.keySet())) {
            var draft = told.get(before.id());
            if (draft != null) {
                changes.add(new Change(before, now(before, draft)));
            }
        }
        return changes;
    }

    private static List<Change> without(Set<OrderId> kept, List<Change> changes) {
        return changes.stream().filter(change -> !kept.contains(change.id())).toList();
    }

    private static <T> Map<OrderFacts, T> told(List<Change> changes, Function<OrderDraft, Optional<T>> part) {
        var people = new HashMap<OrderFacts, T>();
        changes.forEach(
                change -> part.apply(change.now().draft()).ifPresent(told -> people.put(change.before(), told)));
        return people;
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
        if (before.addressLives(clock.today())) {
            asked.remove(HoldReason.ADDRESS_NEEDED);
        }
        holds.addAll(asked);
        var state = draft.isOpen() ? OrderState.of(holds, draft.byChannel()) : draft.state();
        // A channel may tell an older story than ours: what has left or was called off stays so.
        var legal = before.state() == state || before.state().next().contains(state) ? state : before.state();
        return new Told(before.id(), draft, legal.isOpen() ? holds : Set.of(), legal);
    }
}
