package app.counterfoil.hub.custody;

import app.counterfoil.hub.clock.MovableClock;
import org.springframework.context.ApplicationContext;

/** Lets days go by in a test, with as few turns of the day as an installation may have made when it was away. */
public final class DaysGoBy {

    private final MovableClock clock;
    private final TurnOfDay turnOfDay;
    private final TurnOfEpoch turnOfEpoch;

    /** Of that hub. */
    public DaysGoBy(ApplicationContext hub) {
        this.clock = hub.getBean(MovableClock.class);
        this.turnOfDay = hub.getBean(TurnOfDay.class);
        this.turnOfEpoch = hub.getBean(TurnOfEpoch.class);
    }

    /** So many days; what is to be carried on is. */
    public void forward(int days) {
        for (int left = days; left > 0; left -= HearsDayTurn.MOST_DAYS_BETWEEN) {
            clock.forward(Math.min(left, HearsDayTurn.MOST_DAYS_BETWEEN));
            turnOfDay.turn();
        }
        turnEpoch();
    }

    /** A year and a day, where nothing is to be carried on meanwhile but who works here: they are once, in time. */
    public void forwardAYear() {
        clock.forward(360);
        turnOfDay.turn();
        forward(6);
    }

    /** The night's other job, or the keys would be found old. */
    private void turnEpoch() {
        var unused = turnOfEpoch.turnIfDue();
    }
}
