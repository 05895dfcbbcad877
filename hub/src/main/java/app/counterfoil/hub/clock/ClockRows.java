package app.counterfoil.hub.clock;

import app.counterfoil.hub.clock.ClockGuard.Jump;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was seen of the machines' clocks, and what sellers have answered. */
@Component
class ClockRows {

    /** What the wall clock showed when a machine had been running for so long. */
    record Anchor(Instant wall, Duration uptime) {}

    private final JdbcClient db;
    private final BusinessClock clock;

    ClockRows(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One looks at a time, whatever the number of nodes. */
    void lock() {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('clock guard', 0))")
                .query(row -> {});
    }

    Optional<Anchor> anchor(String boot) {
        return db.sql("SELECT anchored_at, anchored_uptime FROM clock_tick WHERE boot_id = :boot")
                .param("boot", boot)
                .query((row, number) -> new Anchor(instant(row, "anchored_at"), Duration.ofMillis(row.getLong(2))))
                .optional();
    }

    Optional<Instant> lastSeen() {
        return db.sql("SELECT seen_at FROM clock_tick ORDER BY tick DESC LIMIT 1")
                .query((row, number) -> instant(row, "seen_at"))
                .optional();
    }

    void seen(String boot, Anchor anchor, Instant wall) {
        db.sql(
                        """
                        INSERT INTO clock_tick (boot_id, anchored_at, anchored_uptime, seen_at)
                        VALUES (:boot, :anchored, :uptime, :wall)
                        ON CONFLICT (boot_id) DO UPDATE
                           SET anchored_at = EXCLUDED.anchored_at, anchored_uptime = EXCLUDED.anchored_uptime,
                               seen_at = EXCLUDED.seen_at, tick = EXCLUDED.tick
                        """)
                .param("boot", boot)
                .param("anchored", utc(anchor.wall()))
                .param("uptime", anchor.uptime().toMillis())
                .param("wall", utc(wall))
                .update();
    }

    Optional<Jump> open() {
        return db.sql("SELECT jump_id, expected_at, shown_at FROM clock_jump WHERE settled_at IS NULL")
                .query((row, number) -> new Jump(
                        row.getObject("jump_id", UUID.class), instant(row, "expected_at"), instant(row, "shown_at")))
                .optional();
    }

    void add(Jump jump) {
        db.sql("INSERT INTO clock_jump (jump_id, expected_at, shown_at) VALUES (:id, :expected, :shown)")
                .param("id", jump.id())
                .param("expected", utc(jump.expected()))
                .param("shown", utc(jump.shown()))
                .update();
    }

    void settle(Instant wall) {
        db.sql("UPDATE clock_jump SET settled_at = :now WHERE settled_at IS NULL")
                .param("now", utc(wall))
                .update();
    }

    long answersBy(SellerId seller, UUID person) {
        return db.sql("SELECT count(*) FROM clock_answer WHERE seller_id = :seller AND answered_by = :person")
                .param("seller", seller.value())
                .param("person", person)
                .query(Long.class)
                .single();
    }

    boolean isAnswered(SellerId seller, Jump jump) {
        return db.sql("SELECT 1 FROM clock_answer WHERE seller_id = :seller AND jump_id = :jump")
                .param("seller", seller.value())
                .param("jump", jump.id())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void answer(SellerId seller, Jump jump, UUID person) {
        db.sql(
                        """
                        INSERT INTO clock_answer (seller_id, jump_id, answered_by, answered_at)
                        VALUES (:seller, :jump, :person, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("seller", seller.value())
                .param("jump", jump.id())
                .param("person", person)
                .param("now", utc(clock.now()))
                .update();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
