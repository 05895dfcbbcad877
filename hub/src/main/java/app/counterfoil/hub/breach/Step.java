package app.counterfoil.hub.breach;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A step of the timeline of an incident.
 *
 * @param number counts from 1
 * @param act what was done
 * @param ground for which reason, where a duty was decided on
 * @param scope which count was made, where one was
 * @param told how many were written to so far, where that was done
 * @param at when, business time
 * @param person by whom
 */
public record Step(
        int number,
        Act act,
        Optional<Ground> ground,
        Optional<UUID> scope,
        Optional<Told> told,
        Instant at,
        UUID person) {

    /** What was done, in words. */
    public String inWords() {
        return ground.map(
                        why -> why.duty().title() + ": " + (why.isForDoing() ? "done. " : "not needed. ") + why.title())
                .orElseGet(() -> act.title()
                        + told.map(numbers -> ": " + numbers.inWords()).orElse(""));
    }
}
