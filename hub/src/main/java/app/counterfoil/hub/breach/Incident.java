package app.counterfoil.hub.breach;

import app.counterfoil.vault.SubjectId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An incident, or a drill of one, in facts.
 *
 * @param id which
 * @param number counts from 1 in a shop; drills by themselves
 * @param what what was told when it was written down
 * @param subject under whom its texts are sealed
 * @param openedAt when it was written down, business time
 * @param openedBy by whom
 */
public record Incident(UUID id, int number, Told what, SubjectId subject, Instant openedAt, UUID openedBy) {

    /**
     * What is told of an incident when it is written down.
     *
     * @param drill whether it is a drill
     * @param harms what happened to the data; at least one
     * @param cause how it came about
     * @param happenedAt when it happened, if that is known
     * @param foundAt when it was found
     * @param awareAt when the seller became aware; the hours run from there
     */
    public record Told(
            boolean drill,
            Set<Harm> harms,
            Cause cause,
            Optional<Instant> happenedAt,
            Instant foundAt,
            Instant awareAt) {

        /** Copies the set. */
        public Told {
            harms = Set.copyOf(harms);
        }
    }

    /** As people call it: {@code B-1}, or {@code Drill 1}. */
    public String name() {
        return (what.drill() ? "Drill " : "B-") + number;
    }

    /** What happened to the data, in a row. */
    public String harmsInWords() {
        return what.harms().stream().sorted().map(Harm::title).collect(Collectors.joining("; "));
    }
}
