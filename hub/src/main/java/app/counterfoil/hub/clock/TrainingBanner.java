package app.counterfoil.hub.clock;

import app.counterfoil.hub.shell.ClockBanner;
import app.counterfoil.hub.shell.Shown;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on every page of a training installation that its clock has been moved. */
@Component
@Order(2)
class TrainingBanner implements ClockBanner {

    private final MovableClock clock;
    private final Shown shown;

    TrainingBanner(MovableClock clock, Shown shown) {
        this.clock = clock;
        this.shown = shown;
    }

    @Override
    public Optional<String> sentence() {
        return clock.ahead().isZero()
                ? Optional.empty()
                : Optional.of("Training clock: it is " + shown.day(clock.today()) + " here, "
                        + days(clock.ahead().toDays()) + " ahead of the calendar.");
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
