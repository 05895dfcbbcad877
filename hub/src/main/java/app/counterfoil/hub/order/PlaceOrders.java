package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.KnownOrders.Known;
import app.counterfoil.hub.retention.RetentionPolicies;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectForgotten;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.SellerVault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes in a page of a channel's orders: new ones are placed, changed ones brought up to date, known ones left alone. */
@Component
public class PlaceOrders {

    private final OrderRows rows;
    private final KnownOrders knownOrders;
    private final OrderPrices prices;
    private final BringUpToDate bringUpToDate;
    private final Custody custody;
    private final RetentionPolicies policies;
    private final SellerTransactions transactions;
    private final Accounts accounts;
    private final Attention attention;
    private final BusinessClock clock;

    PlaceOrders(
            OrderRows rows,
            KnownOrders knownOrders,
            OrderPrices prices,
            BringUpToDate bringUpToDate,
            Custody custody,
            RetentionPolicies policies,
            SellerTransactions transactions,
            Accounts accounts,
            Attention attention,
            BusinessClock clock) {
        this.rows = rows;
        this.knownOrders = knownOrders;
        this.prices = prices;
        this.bringUpToDate = bringUpToDate;
        this.custody = custody;
        this.policies = policies;
        this.transactions = transactions;
        this.accounts = accounts;
        this.attention = attention;
        this.clock = clock;
    }

    /**
     * Places the page in one transaction; the same page again changes nothing.
     *
     * @throws HeldThroughAnotherAccount if these orders come in through another account of the same channel already
     */
    public PlacedOrders place(Account account, List<OrderDraft> page) {
        var drafts = new LinkedHashMap<String, OrderDraft>();
        page.forEach(draft -> drafts.put(draft.channelOrderId(), draft));
        return transactions.in(account.seller(), () -> {
            var policy = policies.inForce(account.seller());
            var known = knownOrders.known(account, drafts.keySet());
            var adopted = adoptFromRemoved(account, known.values());
            var fresh = new ArrayList<NewOrder>();
            var changed = new LinkedHashMap<OrderId, OrderDraft>();
            for (var draft : drafts.values()) {
                var before = known.get(draft.channelOrderId());
                if (before == null) {
                    fresh.add(newOrder(account, policy, draft));
                } else if (!before.account().equals(account.id()) && !adopted.contains(before.account())) {
                    throw new HeldThroughAnotherAccount(account);
                } else if (draft.changedAt().isAfter(before.changedAt())) {
                    changed.put(before.id(), draft);
                }
            }
            store(account, fresh);
            bringUpToDate.with(account, changed);
            return new PlacedOrders(
                    fresh.stream().map(NewOrder::id).toList(),
                    changed.size(),
                    page.size() - fresh.size() - changed.size());
        });
    }

    /** An account that was removed and connected again is another one to us, and the same shop to its channel. */
    private Set<UUID> adoptFromRemoved(Account account, Collection<Known> known) {
        var removed = known.stream()
                .map(Known::account)
                .filter(each -> !each.equals(account.id()))
                .collect(Collectors.toSet());
        if (!removed.isEmpty()) {
            accounts.of(account.seller()).forEach(living -> removed.remove(living.id()));
        }
        if (!removed.isEmpty()) {
            knownOrders.adopt(account, removed);
            attention.adopt(account, removed);
        }
        return removed;
    }

    private void store(Account account, List<NewOrder> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        rows.insert(account, fresh);
        prices.store(account.seller(), fresh.stream().collect(Collectors.toMap(NewOrder::id, NewOrder::draft)), false);
        var sealings = new ArrayList<Sealing<?>>();
        for (var order : fresh) {
            order.peopleEnd().ifPresent(end -> sealings.addAll(sealings(order, end)));
        }
        if (!sealings.isEmpty()) {
            custody.in(account.seller(), vault -> seal(vault, sealings));
        }
    }

    /**
     * Whoever is known to be forgotten is left out: after an older backup was brought back, a channel tells of people
     * again whom this shop has erased.
     */
    private static int seal(SellerVault vault, List<Sealing<?>> sealings) {
        try {
            vault.seal(sealings);
            return sealings.size();
        } catch (SubjectForgotten someOfThem) {
            var forgotten = new HashMap<Purpose, Set<SubjectId>>();
            for (var purpose : List.of(Purpose.DELIVERY, Purpose.SERVICE)) {
                forgotten.put(
                        purpose,
                        vault.forgotten(
                                purpose, sealings.stream().map(Sealing::subject).toList()));
            }
            var rest = sealings.stream()
                    .filter(sealing -> !forgotten
                            .getOrDefault(sealing.kind().purpose(), Set.of())
                            .contains(sealing.subject()))
                    .toList();
            vault.seal(rest);
            return rest.size();
        }
    }

    /** What would have ended already is not taken in. */
    private List<Sealing<?>> sealings(NewOrder order, PeopleEnd end) {
        var id = order.id().value();
        var sealings = new ArrayList<Sealing<?>>();
        order.draft()
                .recipient()
                .filter(content -> order.recipientEndsOn(clock.today()).isPresent())
                .ifPresent(content ->
                        sealings.add(new Sealing<>(Recipient.KIND, id, order.subject(), end.delivery(), content)));
        order.draft()
                .buyer()
                .filter(content -> order.buyerEndsOn(clock.today()).isPresent())
                .ifPresent(content ->
                        sealings.add(new Sealing<>(Buyer.KIND, id, order.subject(), end.service(), content)));
        return sealings;
    }

    private NewOrder newOrder(Account account, RetentionPolicy policy, OrderDraft draft) {
        var taken = peopleEnd(account.service(), policy, draft)
                .filter(end ->
                        end.delivery().isAfter(clock.today()) || end.service().isAfter(clock.today()));
        return new NewOrder(OrderId.at(clock.now()), subject(account, draft), draft, taken);
    }

    /** Both channels number their orders over all shops, so the number names one buyer, whichever account tells of it. */
    private SubjectId subject(Account account, OrderDraft draft) {
        return custody.subjectNamed(account.seller(), account.service().name() + " " + draft.channelOrderId());
    }

    private Optional<PeopleEnd> peopleEnd(OutsideService service, RetentionPolicy policy, OrderDraft draft) {
        if (draft.recipient().isEmpty() && draft.buyer().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(draft.closedOn()
                .map(closed -> PeopleEnd.closed(policy, closed, service.limit()))
                .orElse(PeopleEnd.both(RetentionPolicy.orderOpen(clock.today()))));
    }

    /** An order that is new to us. */
    record NewOrder(OrderId id, SubjectId subject, OrderDraft draft, Optional<PeopleEnd> peopleEnd) {

        Optional<LocalDate> personalEndsOn() {
            return peopleEnd.map(PeopleEnd::delivery);
        }

        Optional<LocalDate> recipientEndsOn(LocalDate today) {
            return draft.recipient()
                    .flatMap(told -> peopleEnd)
                    .map(PeopleEnd::delivery)
                    .filter(end -> end.isAfter(today));
        }

        Optional<LocalDate> buyerEndsOn(LocalDate today) {
            return draft.buyer()
                    .flatMap(told -> peopleEnd)
                    .map(PeopleEnd::service)
                    .filter(end -> end.isAfter(today));
        }

        @Override
        public String toString() {
            return "NewOrder[" + id + "]";
        }
    }

    /**
     * What became of a page.
     *
     * @param placed the new orders
     * @param changed how many known ones were brought up to date
     * @param unchanged how many were known as they are
     */
    public record PlacedOrders(List<OrderId> placed, int changed, int unchanged) {}

    /** The account's orders come in through another account: the same shop was connected twice. */
    public static final class HeldThroughAnotherAccount extends Refusal {
        HeldThroughAnotherAccount(Account account) {
            super(
                    "The orders of " + account.name() + " come in through another account of "
                            + account.service().title() + " already.",
                    "Remove this account; where sign-in has failed, renew the credentials of the first one instead.");
        }
    }
}
