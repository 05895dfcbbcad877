package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts holds on orders and lifts them; where an order stands follows from the holds that are left. */
@Component
public class HoldOrders {

    private final KnownOrders known;
    private final Timeline timeline;
    private final Orders orders;
    private final SellerTransactions transactions;

    HoldOrders(KnownOrders known, Timeline timeline, Orders orders, SellerTransactions transactions) {
        this.known = known;
        this.timeline = timeline;
        this.orders = orders;
        this.transactions = transactions;
    }

    /**
     * Puts the hold on, all orders or none; one that has it already is left alone.
     *
     * @throws MoveOrders.NotALegalMove if one of them has left or was cancelled
     */
    public void hold(SellerId seller, Collection<OrderId> ids, HoldReason reason, Optional<UUID> person) {
        change(seller, ids, person, OrderHappening.HELD, reason, holds -> holds.add(reason));
    }

    /**
     * Lifts what a person may lift; orders without any other hold become ready.
     *
     * @throws NothingToLift if one of them has no such hold
     */
    public void lift(SellerId seller, Collection<OrderId> ids, Optional<UUID> person) {
        transactions.run(seller, () -> {
            known.lockAll(seller, ids);
            for (var order : orders.of(seller, ids)) {
                if (order.holds().stream().noneMatch(hold -> hold.lifter() == HoldReason.Lifter.PERSON)) {
                    throw new NothingToLift(order);
                }
            }
            change(
                    seller,
                    ids,
                    person,
                    OrderHappening.HOLD_LIFTED,
                    HoldReason.HELD_BY_PERSON,
                    holds -> holds.removeIf(hold -> hold.lifter() == HoldReason.Lifter.PERSON));
        });
    }

    private interface Change {
        boolean apply(Set<HoldReason> holds);
    }

    private void change(
            SellerId seller,
            Collection<OrderId> ids,
            Optional<UUID> person,
            Happening what,
            HoldReason reason,
            Change change) {
        transactions.run(seller, () -> {
            known.lockAll(seller, ids);
            for (var order : orders.of(seller, ids)) {
                if (!order.state().isOpen()) {
                    throw new MoveOrders.NotALegalMove(order, OrderState.ON_HOLD);
                }
                var holds = EnumSet.noneOf(HoldReason.class);
                holds.addAll(order.holds());
                if (change.apply(holds)) {
                    var state = OrderState.of(holds, order.byChannel());
                    known.held(seller, order.id(), holds, state);
                    timeline.write(seller, List.of(order.id()), what, reason.name(), person);
                }
            }
        });
    }

    /** There is no hold on the order that a person can lift. */
    public static final class NothingToLift extends Refusal {
        NothingToLift(OrderFacts order) {
            super(
                    "Order " + order.channelOrderId() + " has no hold that can be lifted here.",
                    order.holds().stream()
                            .findFirst()
                            .map(hold -> hold.words() + " It goes on by itself when the channel says so.")
                            .orElse("Nothing to do: it is " + order.state().title() + "."));
        }
    }
}
