package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.KnownOrders.Known;
import app.counterfoil.hub.retention.RetentionPolicies;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes in a page of a channel's orders: new ones are placed, changed ones brought up to date, known ones left alone. */
@Component
public class PlaceOrders {

    private final KnownOrders knownOrders;
    private final AdoptOrders adoptOrders;
    private final PlaceNewOrders placeNewOrders;
    private final BringUpToDate bringUpToDate;
    private final RetentionPolicies policies;
    private final SellerTransactions transactions;

    PlaceOrders(
            KnownOrders knownOrders,
            AdoptOrders adoptOrders,
            PlaceNewOrders placeNewOrders,
            BringUpToDate bringUpToDate,
            RetentionPolicies policies,
            SellerTransactions transactions) {
        this.knownOrders = knownOrders;
        this.adoptOrders = adoptOrders;
        this.placeNewOrders = placeNewOrders;
        this.bringUpToDate = bringUpToDate;
        this.policies = policies;
        this.transactions = transactions;
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
            var adopted = adoptOrders.fromRemoved(
                    account, known.values().stream().map(Known::account).toList());
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
            var placed = placeNewOrders.place(account, policy, fresh);
            bringUpToDate.with(account, policy, changed);
            return new PlacedOrders(placed, changed.size(), page.size() - placed.size() - changed.size());
        });
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
