package app.counterfoil.hub.clock;

import app.counterfoil.hub.measure.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The business clock: the wall clock, plus as much as a training installation has moved it forward. Never back. */
@Component
public class MovableClock implements BusinessClock {

    private final JdbcClient db;
    private final Machine machine;
    private final AtomicLong ahead;

    MovableClock(JdbcClient db, Machine machine) {
        this.db = db;
        this.machine = machine;
        this.ahead = new AtomicLong(
                db.sql("SELECT ahead FROM clock_ahead").query(Long.class).single());
    }

    @Override
    public Instant now() {
        return machine.wall().plusSeconds(ahead.get());
    }

    /** How far it has been moved forward; zero where orders are real. */
    public Duration ahead() {
        return Duration.ofSeconds(ahead.get());
    }

    /** Moves it forward by whole days, for good. Who calls it lets the days turn that go by. */
    public void forward(int days) {
        var by = until(days, now());
        db.sql("UPDATE clock_ahead SET ahead = ahead + :by")
                .param("by", by.toSeconds())
                .update();
        ahead.addAndGet(by.toSeconds());
    }

    /** To the same time of that day: 24 hours on the evening before the clocks change would pass over a whole day. */
    static Duration until(int days, Instant from) {
        return Duration.between(from, from.atZone(ZONE).plusDays(days).toInstant());
    }
}
