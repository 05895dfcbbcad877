package app.counterfoil.hub.breach;

import app.counterfoil.hub.measure.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a drill has taken from becoming aware to each of its results. */
public final class DrillReport {

    private DrillReport() {}

    /** The report as a text to be kept. */
    public static String text(CaseFile file) {
        var aware = file.incident().what().awareAt();
        return """
                %s: report of a drill
                Aware: %s
                To the first count of whom it is about: %s
                To the texts of the regulator's form: %s
                To the first decision: %s
                To the end: %s
                Nobody was told anything. A drill is no breach and does not stand in the register of them.
                """
                .formatted(
                        file.incident().name(),
                        Written.moment(aware),
                        after(aware, file.firstOf(Act.SCOPED)),
                        after(aware, file.firstOf(Act.WRITTEN)),
                        after(aware, file.firstOf(Act.DECIDED)),
                        after(aware, file.closedAt()));
    }

    private static String after(Instant aware, Optional<Instant> then) {
        return then.map(moment -> Duration.between(aware, moment))
                .map(time -> "%d h %d min".formatted(time.toHours(), time.toMinutesPart()))
                .orElse("not reached");
    }
}
