package app.counterfoil.hub.invoice;

import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.DispatchedOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds orders that have left without anybody telling of it and have no invoice: a stop in between, or the channel sent them. */
@Component
class LeftUninvoiced {

    /** An invoice is due within 30 days of the supply (VAT Regulations 1995 reg. 13(5)); what is older was looked at. */
    private static final int DAYS_BACK = 40;

    private final DispatchedOrders dispatched;
    private final Orders orders;
    private final Shipments shipments;
    private final Accounts accounts;
    private final InvoicesDue open;
    private final BusinessClock clock;

    LeftUninvoiced(
            DispatchedOrders dispatched,
            Orders orders,
            Shipments shipments,
            Accounts accounts,
            InvoicesDue open,
            BusinessClock clock) {
        this.dispatched = dispatched;
        this.orders = orders;
        this.shipments = shipments;
        this.accounts = accounts;
        this.open = open;
        this.clock = clock;
    }

    /** Those of the seller. What left elsewhere before its account was connected was invoiced elsewhere. */
    List<OrderId> of(SellerId seller) {
        var left = open.missing(seller, dispatched.since(seller, clock.today().minusDays(DAYS_BACK)));
        return left.isEmpty() ? List.of() : ours(seller, orders.of(seller, left));
    }

    /** Those of these orders. */
    List<OrderId> of(SellerId seller, Collection<OrderFacts> asked) {
        var since = clock.today().minusDays(DAYS_BACK);
        var left = asked.stream()
                .filter(order -> order.state() == OrderState.DISPATCHED)
                .filter(order ->
                        order.closedOn().filter(day -> !day.isBefore(since)).isPresent())
                .toList();
        var missing = Set.copyOf(
                open.missing(seller, left.stream().map(OrderFacts::id).toList()));
        return missing.isEmpty()
                ? List.of()
                : ours(
                        seller,
                        left.stream()
                                .filter(order -> missing.contains(order.id()))
                                .toList());
    }

    private List<OrderId> ours(SellerId seller, List<OrderFacts> uninvoiced) {
        var ours =
                shipments.latest(seller, uninvoiced.stream().map(OrderFacts::id).toList());
        var connected = accounts.connectedAt(seller);
        return uninvoiced.stream()
                .filter(order -> ours.containsKey(order.id())
                        || !order.placedAt().isBefore(connected.getOrDefault(order.account(), Instant.MAX)))
                .map(OrderFacts::id)
                .toList();
    }
}
