package app.counterfoil.hub.custody;

import app.counterfoil.hub.clock.MovableClock;
import app.counterfoil.hub.measure.Refusal;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Moves the clock of a training installation forward, and lets the days turn on the way. */
@Component
public class TrainingClock {

    private final MovableClock clock;
    private final TurnOfDay turnOfDay;
    private final TurnOfEpoch turnOfEpoch;
    private final boolean training;

    TrainingClock(
            MovableClock clock,
            TurnOfDay turnOfDay,
            TurnOfEpoch turnOfEpoch,
            @Value("${counterfoil.training:false}") boolean training) {
        this.clock = clock;
        this.turnOfDay = turnOfDay;
        this.turnOfEpoch = turnOfEpoch;
        this.training = training;
    }

    /** Whether this installation is for training, so that its clock may be moved. */
    public boolean isMovable() {
        return training;
    }

    /** How far the clock has been moved forward. */
    public Duration ahead() {
        return clock.ahead();
    }

    /**
     * Moves the clock forward and does what those days would have done.
     *
     * @param done is told how many of the days have turned
     * @throws NotATrainingInstallation on an installation that sells for real
     */
    public void forward(int days, IntConsumer done) {
        if (!training) {
            throw new NotATrainingInstallation();
        }
        // Day by day up to a month; then at the longest stride on which an open order is still carried on in time.
        for (int left = days; left > 0; ) {
            int step = Math.min(left, days <= 31 ? 1 : HearsDayTurn.MOST_DAYS_BETWEEN);
            clock.forward(step);
            turnOfDay.turn();
            left -= step;
            done.accept(days - left);
        }
        var unused = turnOfEpoch.turnIfDue();
    }

    /** The clock of a real installation cannot be moved. */
    public static final class NotATrainingInstallation extends Refusal {
        NotATrainingInstallation() {
            super("The clock of this installation cannot be moved.", "Try it in the demo: ./counterfoil demo.");
        }
    }
}
