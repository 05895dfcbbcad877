package app.counterfoil.bench.adversary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time stands still until the history moves it. */
final class TrialClock extends Clock {

    private Instant now = Instant.parse("2026-01-15T09:00:00Z");

    void forward(Duration by) {
        now = now.plus(by);
    }

    LocalDate today() {
        return LocalDate.now(this);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
