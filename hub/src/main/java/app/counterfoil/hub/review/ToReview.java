package app.counterfoil.hub.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A thing, who looks at it, and by when.
 *
 * @param thing the thing
 * @param owner who looks at it; empty if nobody of the shop does, such as after its owner has left
 * @param nextOn by which day
 * @param lastAt when somebody looked last; empty if nobody has
 * @param outcome what came of that
 */
public record ToReview(
        Reviewed thing, Optional<UUID> owner, LocalDate nextOn, Optional<Instant> lastAt, Optional<Outcome> outcome) {

    /** Whether its day has come. */
    public boolean isOverdue(LocalDate today) {
        return !nextOn.isAfter(today);
    }
}
