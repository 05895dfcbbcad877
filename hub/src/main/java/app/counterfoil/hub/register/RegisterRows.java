package app.counterfoil.hub.register;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That something was added to a register, by whom and when; what it says is sealed. */
@Component
class RegisterRows {

    private static final String STANDING =
            """
            SELECT part, purpose, text_id, subject_id, says_something, changed_at, changed_by
              FROM (SELECT DISTINCT ON (part, purpose) *
                      FROM register_text
                     WHERE seller_id = :seller
                     ORDER BY part, purpose, text_no DESC) AS latest
             WHERE says_something
             ORDER BY text_no
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;

    RegisterRows(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** @param saysSomething whether anything is sealed; else the part was taken back */
    record Row(
            KeptPart part,
            Optional<Purpose> purpose,
            RecordRef ref,
            boolean saysSomething,
            Instant changedAt,
            UUID changedBy) {}

    /** Of each part the latest, unless it was taken back. */
    List<Row> standing(SellerId seller) {
        return transactions.in(seller, () -> db.sql(STANDING)
                .param("seller", seller.value())
                .query((row, number) -> row(row))
                .list());
    }

    /** Of two who write at once the later comes after the earlier, whose text it forgets. */
    void lock(SellerId seller) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('register ' || CAST(:seller AS text), 0))")
                .param("seller", seller.value())
                .query((row, number) -> seller)
                .single();
    }

    void add(SellerId seller, Row row) {
        db.sql(
                        """
                        INSERT INTO register_text
                               (seller_id, text_id, subject_id, part, purpose, says_something, changed_at, changed_by)
                        VALUES (:seller, :id, :subject, :part, :purpose, :says, :now, :person)
                        """)
                .param("seller", seller.value())
                .param("id", row.ref().id())
                .param("subject", row.ref().subject().value())
                .param("part", row.part().name())
                .param("purpose", row.purpose().map(Enum::name).orElse(""))
                .param("says", row.saysSomething())
                .param("now", row.changedAt().atOffset(ZoneOffset.UTC))
                .param("person", row.changedBy())
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                KeptPart.valueOf(row.getString("part")),
                Optional.of(row.getString("purpose"))
                        .filter(name -> !name.isEmpty())
                        .map(Purpose::valueOf),
                new RecordRef(
                        row.getObject("text_id", UUID.class), new SubjectId(row.getObject("subject_id", UUID.class))),
                row.getBoolean("says_something"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_by", UUID.class));
    }
}
