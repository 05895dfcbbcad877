package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.retention.RetentionPolicies;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Moves orders from state to state, by legal moves only. An order that closes has its personal data sealed to its end. */
@Component
public class MoveOrders {

    private final Orders orders;
    private final Timeline timeline;
    private final KnownOrders known;
    private final CarryPeopleOn carryPeopleOn;
    private final RetentionPolicies policies;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    MoveOrders(
            Orders orders,
            Timeline timeline,
            KnownOrders known,
            CarryPeopleOn carryPeopleOn,
            RetentionPolicies policies,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.orders = orders;
        this.timeline = timeline;
        this.known = known;
        this.carryPeopleOn = carryPeopleOn;
        this.policies = policies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Moves the orders to where their way ends, all or none: dispatched, cancelled, returned.
     *
     * @param person who does it, if it is a person
     * @throws NotALegalMove if one of them cannot go there from where it stands
     * @throws SentByItsChannel if one of them was to be cancelled here and its channel sends it itself
     * @throws NoSuchOrder if one of them is not the seller's
     */
    public void to(OrderState state, SellerId seller, Collection<OrderId> ids, Optional<UUID> person) {
        if (state.isOpen()) {
            throw new IllegalArgumentException("Holds decide where an open order stands, see HoldOrders.");
        }
        transactions.run(seller, () -> {
            known.lockAll(seller, ids);
            var found = orders.of(seller, ids);
            for (var order : found) {
                if (!order.state().next().contains(state)) {
                    throw new NotALegalMove(order, state);
                }
                if (state == OrderState.CANCELLED && order.byChannel()) {
                    throw new SentByItsChannel(order);
                }
            }
            known.move(seller, ids, state);
            timeline.write(seller, ids, OrderHappening.MOVED, state.name(), person);
            // What comes back was sealed to its end when it left: a return gives nobody a longer life.
            var closing =
                    found.stream().filter(order -> order.closedOn().isEmpty()).toList();
            for (var service : OutsideService.values()) {
                sealToTheEnd(seller, service, closing);
            }
        });
    }

    private void sealToTheEnd(SellerId seller, OutsideService service, List<OrderFacts> closed) {
        var living = closed.stream()
                .filter(order -> order.service() == service)
                .filter(order -> order.peopleLive(clock.today()))
                .map(OrderFacts::people)
                .toList();
        if (!living.isEmpty()) {
            var end = PeopleEnd.closed(policies.inForce(seller), clock.today(), service.limit());
            carryPeopleOn.until(end, seller, living, "ORDER_CLOSED");
        }
    }

    /** The channel sends the order from its own warehouse: it goes on, whatever is said here. */
    public static final class SentByItsChannel extends Refusal {
        SentByItsChannel(OrderFacts order) {
            super(
                    "Order " + order.channelOrderId() + " is sent by "
                            + order.service().shortTitle() + " itself.",
                    "Cancel it at " + order.service().shortTitle() + "; it is followed here with the next download.");
        }
    }

    /** An order cannot go there from where it stands. */
    public static final class NotALegalMove extends Refusal {
        NotALegalMove(OrderFacts order, OrderState to) {
            super(
                    "Order " + order.channelOrderId() + " is " + order.state().title() + " and cannot become "
                            + to.title() + ".",
                    order.state().next().isEmpty()
                            ? "Its way has ended; nothing is left to do."
                            : "From here it can become: "
                                    + String.join(
                                            ", ",
                                            order.state().next().stream()
                                                    .map(OrderState::title)
                                                    .sorted()
                                                    .toList())
                                    + ".");
        }
    }
}
