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
import java.util.stream.Stream;
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
    private final OrdersPutAside putAside;
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
            OrdersPutAside putAside,
            BusinessClock clock) {
        this.rows = rows;
        this.knownOrders = knownOrders;
        this.prices = prices;
        this.bringUpToDate = bringUpToDate;
        this.custody = custody;
        this.policies = policies;
        this.transactions = transactions;
        this.accounts = accounts;
        this.putAside = putAside;
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
            var fresh = new ArrayList<OrderDraft>();
            var changed = new LinkedHashMap<OrderId, OrderDraft>();
            for (var draft : drafts.values()) {
                var before = known.get(draft.channelOrderId());
                if (before == null) {
                    fresh.add(draft);
                } else if (!before.account().equals(account.id()) && !adopted.contains(before.account())) {
                    throw new HeldThroughAnotherAccount(account);
                } else if (draft.changedAt().isAfter(before.changedAt())) {
                    changed.put(before.id(), draft);
                }
            }
            var placed = newOrders(account, policy, fresh);
            store(account, placed);
            bringUpToDate.with(account, changed);
            return new PlacedOrders(
                    placed.stream().map(NewOrder::id).toList(),
                    changed.size(),
                    page.size() - placed.size() - changed.size());
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
            putAside.adopt(account, removed);
        }
        return removed;
    }

    private void store(Account account, List<NewOrder> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        rows.insert(account, fresh);
        prices.store(account.seller(), fresh.stream().collect(Collectors.toMap(NewOrder::id, NewOrder::draft)), false);
        var sealings = fresh.stream().flatMap(PlaceOrders::sealings).toList();
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
                        vault.erasures()
                                .forgotten(
                                        purpose,
                                        sealings.stream().map(Sealing::subject).toList()));
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

    private static Stream<Sealing<?>> sealings(NewOrder order) {
        var id = order.id().value();
        var told = order.draft();
        Optional<Sealing<?>> recipient = order.recipientEndsOn()
                .map(end -> new Sealing<>(
                        Recipient.KIND,
                        id,
                        order.subject(),
                        end,
                        told.recipient().orElseThrow()));
        Optional<Sealing<?>> buyer = order.buyerEndsOn()
                .map(end -> new Sealing<>(
                        Buyer.KIND, id, order.subject(), end, told.buyer().orElseThrow()));
        return Stream.of(recipient, buyer).flatMap(Optional::stream);
    }

    /** Both channels number their orders over all shops, so the number names one buyer, whichever account tells of it. */
    private List<NewOrder> newOrders(Account account, RetentionPolicy policy, List<OrderDraft> drafts) {
        var subjects = custody.subjectsNamed(
                account.seller(),
                drafts.stream()
                        .map(draft -> account.service().name() + " " + draft.channelOrderId())
                        .toList());
        var today = clock.today();
        var placed = new ArrayList<NewOrder>();
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            var end = peopleEnd(account.service(), policy, draft, today);
            placed.add(NewOrder.of(OrderId.at(clock.now()), subjects.get(i), draft, end, today));
        }
        return placed;
    }

    private static PeopleEnd peopleEnd(
            OutsideService service, RetentionPolicy policy, OrderDraft draft, LocalDate today) {
        return draft.closedOn()
                .map(closed -> PeopleEnd.closed(policy, closed, service.limit()))
                .orElse(PeopleEnd.both(RetentionPolicy.orderOpen(today)));
    }

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
                    told && (delivery.isPresent() || service.isPresent())
                            ? Optional.of(end.delivery())
                            : Optional.empty(),
                    draft.recipient().flatMap(recipient -> delivery),
                    draft.buyer().flatMap(buyer -> service));
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
