package app.counterfoil.hub.order;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened to an order.
 *
 * @param at when
 * @param what what happened
 * @param detail a state, number or code that goes with it
 * @param person who did it, if it was a person
 */
public record OrderEvent(Instant at, Happening what, String detail, Optional<UUID> person) {

    /** What happened, for people. */
    public String words() {
        return what.words(detail);
    }
}
