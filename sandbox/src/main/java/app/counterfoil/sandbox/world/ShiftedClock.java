package app.counterfoil.sandbox.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The sandbox's clock: the wall clock, moved forward to keep step with a training installation. */
public final class ShiftedClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** Sets how far ahead of the wall clock it is. */
    public void setAhead(Duration by) {
        ahead = by;
    }

    /** How far ahead of the wall clock it is. */
    Duration ahead() {
        return ahead;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
