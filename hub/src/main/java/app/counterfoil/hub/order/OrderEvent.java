package app.counterfoil.hub.order;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened to an order.
 *
 * @param at when
 * @param what code of what happened
 * @param detail a state, number or code that goes with it
 * @param person who did it, if it was a person
 */
public record OrderEvent(Instant at, String what, String detail, Optional<UUID> person) {

    /** Its channel says that it was called off, and it had left already. */
    public static final String CANCELLED_AFTER_DISPATCH = "CANCELLED_AFTER_DISPATCH";
}
