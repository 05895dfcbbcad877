package app.counterfoil.hub.order;

import app.counterfoil.hub.order.KnownOrders.Told;
import app.counterfoil.hub.retention.ChannelLimit;
import app.counterfoil.hub.retention.RetentionPolicy;
import java.time.LocalDate;

/** An order as we have it, and as its channel tells it now. */
record Change(OrderFacts before, Told now) {

    OrderId id() {
        return now.id();
    }

    /** Whether its way ends with this. */
    boolean closesNow() {
        return before.state().isOpen() && !now.state().isOpen();
    }

    /** When its people end from now on. Delivery data never ends earlier than before: an address may have been renewed. */
    PeopleEnd end(RetentionPolicy policy, ChannelLimit limit, LocalDate today) {
        var closed = before.closedOn().or(() -> now.draft().closedOn());
        var end = now.state().isOpen() || closed.isEmpty()
                ? PeopleEnd.both(RetentionPolicy.orderOpen(today))
                : PeopleEnd.closed(policy, closed.get(), limit);
        var delivery = before.personalEndsOn().filter(end.delivery()::isBefore).orElse(end.delivery());
        return new PeopleEnd(delivery, end.service());
    }

    @Override
    public String toString() {
        return "Change[" + now + "]";
    }
}
