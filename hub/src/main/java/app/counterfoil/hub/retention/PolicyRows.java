package app.counterfoil.hub.retention;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes of a seller's policy, as they are stored; used within transactions of the seller. */
@Component
class PolicyRows {

    private static final String COLUMNS =
            """
            SELECT policy_id, purpose, days_before, days, since, changed_by, earlier, later, ended, last_old_end,
                   carried_out_at
              FROM retention_policy
             WHERE seller_id = :seller
            """;

    private final JdbcClient db;
    private final BusinessClock clock;

    PolicyRows(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** All changes, the latest first. */
    List<PolicyChange> all(SellerId seller) {
        return db.sql(COLUMNS + " ORDER BY since DESC, policy_id")
                .param("seller", seller.value())
                .query((row, number) -> change(row))
                .list();
    }

    /** Those that are not carried out yet, the latest first. */
    List<PolicyChange> unfinished(SellerId seller) {
        return db.sql(COLUMNS + " AND carried_out_at IS NULL ORDER BY since DESC, policy_id")
                .param("seller", seller.value())
                .query((row, number) -> change(row))
                .list();
    }

    /** Waits until nobody seals by the policy that was, and keeps others from sealing by it until the change stands. */
    void lockOutSealing(SellerId seller) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('policy ' || CAST(:seller AS text), 0))")
                .param("seller", seller.toString())
                .query(row -> {});
    }

    /** Keeps the policy as it is until the running transaction ends. */
    void lockForSealing(SellerId seller) {
        db.sql("SELECT pg_advisory_xact_lock_shared(hashtextextended('policy ' || CAST(:seller AS text), 0))")
                .param("seller", seller.toString())
                .query(row -> {});
    }

    /** Whether another change of the purpose was decided after this one. */
    boolean isOvertaken(SellerId seller, PolicyChange change) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM retention_policy
                                        WHERE seller_id = :seller AND purpose = :purpose AND policy_id <> :id
                                          AND since > (SELECT since FROM retention_policy
                                                        WHERE seller_id = :seller AND policy_id = :id))
                        """)
                .param("seller", seller.value())
                .param("purpose", change.purpose().name())
                .param("id", change.id())
                .query(Boolean.class)
                .single();
    }

    void add(SellerId seller, UUID id, Purpose purpose, int before, int days, UUID person) {
        db.sql(
                        """
                        INSERT INTO retention_policy (seller_id, policy_id, purpose, days, days_before, since, changed_by)
                        VALUES (:seller, :id, :purpose, :days, :before, :now, :person)
                        """)
                .param("seller", seller.value())
                .param("id", id)
                .param("purpose", purpose.name())
                .param("days", days)
                .param("before", before)
                .param("now", now())
                .param("person", person)
                .update();
    }

    void count(SellerId seller, UUID id, int earlier, int later, int ended, Optional<LocalDate> lastOldEnd) {
        db.sql(
                        """
                        UPDATE retention_policy
                           SET earlier = earlier + :earlier, later = later + :later, ended = ended + :ended,
                               last_old_end = GREATEST(last_old_end, CAST(:oldEnd AS date))
                         WHERE seller_id = :seller AND policy_id = :id
                        """)
                .param("earlier", earlier)
                .param("later", later)
                .param("ended", ended)
                .param("oldEnd", lastOldEnd.map(LocalDate::toString).orElse(null))
                .param("seller", seller.value())
                .param("id", id)
                .update();
    }

    void carriedOut(SellerId seller, UUID id) {
        db.sql(
                        """
                        UPDATE retention_policy SET carried_out_at = :now
                         WHERE seller_id = :seller AND policy_id = :id AND carried_out_at IS NULL
                        """)
                .param("now", now())
                .param("seller", seller.value())
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static PolicyChange change(ResultSet row) throws SQLException {
        return new PolicyChange(
                row.getObject("policy_id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                row.getInt("days_before"),
                row.getInt("days"),
                instant(row.getObject("since", OffsetDateTime.class)),
                row.getObject("changed_by", UUID.class),
                row.getInt("earlier"),
                row.getInt("later"),
                row.getInt("ended"),
                Optional.ofNullable(row.getObject("last_old_end", LocalDate.class)),
                Optional.ofNullable(row.getObject("carried_out_at", OffsetDateTime.class))
                        .map(PolicyRows::instant));
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }
}
