package app.counterfoil.hub.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That somebody has looked at a thing. Its note can name people: it does not print.
 *
 * @param id the review
 * @param thing at what
 * @param outcome what came of it
 * @param nextOn by which day somebody looks again
 * @param at when, business time
 * @param by the person of the shop
 * @param note what they noted, opened for a reader; empty if nothing, or if it has ended
 */
public record Review(
        UUID id, Reviewed thing, Outcome outcome, LocalDate nextOn, Instant at, UUID by, Optional<String> note) {

    @Override
    public String toString() {
        return "Review[" + thing + ", " + at + "]";
    }
}
