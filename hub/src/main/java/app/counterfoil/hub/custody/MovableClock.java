package app.counterfoil.hub.custody;

import app.counterfoil.hub.measure.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The business clock: the wall clock, plus as much as a training installation has moved it forward. Never back. */
@Component
class MovableClock implements BusinessClock {

    private final JdbcClient db;
    private final Machine machine;
    private final AtomicLong ahead;

    MovableClock(JdbcClient db, Machine machine) {
        this.db = db;
        this.machine = machine;
        this.ahead = new AtomicLong(
                db.sql("SELECT ahead FROM custody_clock").query(Long.class).single());
    }

    @Override
    public Instant now() {
        return machine.wall().plusSeconds(ahead.get());
    }

    Duration ahead() {
        return Duration.ofSeconds(ahead.get());
    }

    void forward(Duration by) {
        db.sql("UPDATE custody_clock SET ahead = ahead + :by")
                .param("by", by.toSeconds())
                .update();
        ahead.addAndGet(by.toSeconds());
    }
}
