package app.counterfoil.hub.order;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Names an order; ids of later orders are greater, so that new rows lie together in the database. */
public record OrderId(UUID value) {

    /** A new id (UUID version 7) for something that happens at the given time. */
    public static OrderId at(Instant now) {
        var random = ThreadLocalRandom.current();
        long high = (now.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new OrderId(new UUID(high, low));
    }

    /** The ids of orders as a statement takes them, in the order given. */
    public static UUID[] values(Collection<OrderId> orders) {
        return orders.stream().map(OrderId::value).toArray(UUID[]::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
