package app.counterfoil.hub.retention;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The legal holds of a seller, as they are stored; used within transactions of the seller. */
@Component
class LegalHoldRows {

    private static final int MOST = 500;
    private static final String COLUMNS =
            """
            SELECT hold_id, order_id, reason, case_reference, owner_id, held_at, review_on, released_at
              FROM retention_legal_hold
             WHERE seller_id = :seller
            """;

    private final JdbcClient db;
    private final BusinessClock clock;

    LegalHoldRows(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Adds it, unless one stands for the order already. */
    boolean add(SellerId seller, LegalHold hold, SubjectId copy) {
        return db.sql(
                                """
                                INSERT INTO retention_legal_hold
                                       (seller_id, hold_id, order_id, copy_subject_id, reason, case_reference, owner_id,
                                        held_at, review_on)
                                VALUES (:seller, :id, :order, :copy, :reason, :reference, :owner, :now, :review)
                                ON CONFLICT (seller_id, order_id) WHERE released_at IS NULL DO NOTHING
                                """)
                        .param("seller", seller.value())
                        .param("id", hold.id())
                        .param("order", hold.order())
                        .param("copy", copy.value())
                        .param("reason", hold.reason().name())
                        .param("reference", hold.caseReference().value())
                        .param("owner", hold.owner())
                        .param("now", utc(hold.heldAt()))
                        .param("review", hold.reviewOn())
                        .update()
                == 1;
    }

    /** Those that stand, the next review first, then the latest of those that were released. */
    List<LegalHold> all(SellerId seller) {
        return db.sql(COLUMNS + " ORDER BY released_at DESC NULLS FIRST, review_on, hold_id LIMIT :most")
                .param("seller", seller.value())
                .param("most", MOST)
                .query((row, number) -> hold(row))
                .list();
    }

    List<LegalHold> ofOrder(SellerId seller, UUID order) {
        return db.sql(COLUMNS + " AND order_id = :order ORDER BY held_at DESC")
                .param("seller", seller.value())
                .param("order", order)
                .query((row, number) -> hold(row))
                .list();
    }

    Optional<LegalHold> one(SellerId seller, UUID id) {
        return db.sql(COLUMNS + " AND hold_id = :id")
                .param("seller", seller.value())
                .param("id", id)
                .query((row, number) -> hold(row))
                .optional();
    }

    /** Where the copies of the standing ones are in the vault. */
    List<RecordRef> standingCopies(SellerId seller) {
        return db.sql(
                        """
                        SELECT hold_id, copy_subject_id FROM retention_legal_hold
                         WHERE seller_id = :seller AND released_at IS NULL ORDER BY hold_id
                        """)
                .param("seller", seller.value())
                .query((row, number) ->
                        new RecordRef(row.getObject(1, UUID.class), new SubjectId(row.getObject(2, UUID.class))))
                .list();
    }

    /** Where the copies of the standing ones of these orders are, each with its order. */
    Map<RecordRef, UUID> standingCopiesOf(SellerId seller, List<UUID> orders) {
        var copies = new LinkedHashMap<RecordRef, UUID>();
        db.sql(
                        """
                        SELECT hold_id, copy_subject_id, order_id FROM retention_legal_hold
                         WHERE seller_id = :seller AND order_id = ANY (:orders) AND released_at IS NULL ORDER BY hold_id
                        """)
                .param("seller", seller.value())
                .param("orders", orders.toArray(UUID[]::new))
                .query(row -> {
                    copies.put(
                            new RecordRef(row.getObject(1, UUID.class), new SubjectId(row.getObject(2, UUID.class))),
                            row.getObject(3, UUID.class));
                });
        return copies;
    }

    /** Where the copy of a hold is, if it stands; the row is locked. */
    Optional<RecordRef> standingCopy(SellerId seller, UUID id) {
        return db.sql(
                        """
                        SELECT hold_id, copy_subject_id FROM retention_legal_hold
                         WHERE seller_id = :seller AND hold_id = :id AND released_at IS NULL FOR UPDATE
                        """)
                .param("seller", seller.value())
                .param("id", id)
                .query((row, number) ->
                        new RecordRef(row.getObject(1, UUID.class), new SubjectId(row.getObject(2, UUID.class))))
                .optional();
    }

    /** {@code person}: who has released it; nobody, where that is known from the erasure ledger alone. */
    void released(SellerId seller, UUID id, Optional<UUID> person) {
        db.sql(
                        """
                        UPDATE retention_legal_hold SET released_by = CAST(:person AS uuid), released_at = :now
                         WHERE seller_id = :seller AND hold_id = :id
                        """)
                .param("person", person.orElse(null))
                .param("now", utc(clock.now()))
                .param("seller", seller.value())
                .param("id", id)
                .update();
    }

    void reviewOn(SellerId seller, UUID id, LocalDate day) {
        db.sql("UPDATE retention_legal_hold SET review_on = :day WHERE seller_id = :seller AND hold_id = :id")
                .param("day", day)
                .param("seller", seller.value())
                .param("id", id)
                .update();
    }

    private static LegalHold hold(ResultSet row) throws SQLException {
        return new LegalHold(
                row.getObject("hold_id", UUID.class),
                row.getObject("order_id", UUID.class),
                LegalHoldReason.valueOf(row.getString("reason")),
                new CaseReference(row.getString("case_reference")),
                row.getObject("owner_id", UUID.class),
                row.getObject("held_at", OffsetDateTime.class).toInstant(),
                row.getObject("review_on", LocalDate.class),
                Optional.ofNullable(row.getObject("released_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
