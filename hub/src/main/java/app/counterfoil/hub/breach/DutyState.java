package app.counterfoil.hub.breach;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a duty stands: to do, done, or not needed.
 *
 * @param duty which
 * @param dueAt by when it must be done; empty where the law names no hours
 * @param decided the step by which it was decided last; empty while it is to do
 */
public record DutyState(Duty duty, Optional<Instant> dueAt, Optional<Step> decided) {

    /** All duties of an incident, by its timeline. */
    static List<DutyState> of(Incident incident, List<Duty> owed, List<Step> timeline) {
        return owed.stream()
                .map(duty -> new DutyState(
                        duty,
                        duty.within().map(incident.what().awareAt()::plus),
                        timeline.stream()
                                .filter(step ->
                                        step.ground().map(Ground::duty).stream().anyMatch(duty::equals))
                                .reduce((earlier, later) -> later)))
                .toList();
    }

    /** Whether it was done. */
    public boolean isDone() {
        return decided.flatMap(Step::ground).filter(Ground::isForDoing).isPresent();
    }

    /** Whether its hours have passed without it being decided, or had when it was done. */
    public boolean isLate(Instant now) {
        var until = decided.map(Step::at).orElse(now);
        return (decided.isEmpty() || isDone()) && dueAt.filter(until::isAfter).isPresent();
    }

    /** Where it stands at that moment, in words: {@code 51 h 20 min left}, {@code Overdue by 3 h}, {@code Done}. */
    public String inWords(Instant now) {
        if (decided.isPresent()) {
            return isDone() ? isLate(now) ? "Done late" : "Done" : "Not needed";
        }
        return dueAt.map(due -> now.isAfter(due)
                        ? "Overdue by " + length(Duration.between(due, now))
                        : length(Duration.between(now, due)) + " left")
                .orElse("To do without delay");
    }

    private static String length(Duration time) {
        return time.toMinutesPart() == 0
                ? time.toHours() + " h"
                : time.toHours() == 0
                        ? time.toMinutesPart() + " min"
                        : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
