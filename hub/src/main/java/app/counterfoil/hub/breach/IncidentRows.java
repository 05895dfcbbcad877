package app.counterfoil.hub.breach;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps incidents: what was told of each when it was written down, and where its timeline ends. */
@Component
class IncidentRows {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    IncidentRows(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** Where a timeline ends: how many steps it has, and the hash of the last. */
    record End(int steps, byte[] head) {
        static final End NONE = new End(0, new byte[0]);
    }

    /** The next number of a shop; nobody else is given it until the transaction ends. */
    int next(SellerId seller, boolean drill) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('breach ' || CAST(:seller AS text), 0))")
                .param("seller", seller.value())
                .query((row, number) -> seller)
                .single();
        return db.sql(
                        "SELECT coalesce(max(number), 0) + 1 FROM breach_incident WHERE seller_id = :seller AND drill = :drill")
                .param("seller", seller.value())
                .param("drill", drill)
                .query(Integer.class)
                .single();
    }

    void add(SellerId seller, Incident incident) {
        db.sql(
                        """
                        INSERT INTO breach_incident
                               (seller_id, incident_id, number, drill, harms, cause, happened_at, found_at, aware_at,
                                subject_id, opened_at, opened_by, steps, head)
                        VALUES (:seller, :id, :number, :drill, :harms, :cause, :happened, :found, :aware, :subject,
                                :opened, :person, 0, ''::bytea)
                        """)
                .param("seller", seller.value())
                .param("id", incident.id())
                .param("number", incident.number())
                .param("drill", incident.what().drill())
                .param(
                        "harms",
                        incident.what().harms().stream()
                                .sorted()
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("cause", incident.what().cause().name())
                .param(
                        "happened",
                        incident.what().happenedAt().map(IncidentRows::utc).orElse(null))
                .param("found", utc(incident.what().foundAt()))
                .param("aware", utc(incident.what().awareAt()))
                .param("subject", incident.subject().value())
                .param("opened", utc(incident.openedAt()))
                .param("person", incident.openedBy())
                .update();
    }

    /** All of a seller, the latest first. */
    List<Incident> all(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        "SELECT * FROM breach_incident WHERE seller_id = :seller ORDER BY opened_at DESC, incident_id")
                .param("seller", seller.value())
                .query((row, number) -> incident(row))
                .list());
    }

    Optional<Incident> one(SellerId seller, UUID id) {
        return transactions.in(
                seller, () -> db.sql("SELECT * FROM breach_incident WHERE seller_id = :seller AND incident_id = :id")
                        .param("seller", seller.value())
                        .param("id", id)
                        .query((row, number) -> incident(row))
                        .optional());
    }

    /** Where its timeline ends; whoever adds to it waits for whoever does so already. */
    End endOf(SellerId seller, UUID id) {
        return db.sql("SELECT steps, head FROM breach_incident WHERE seller_id = :seller AND incident_id = :id")
                .param("seller", seller.value())
                .param("id", id)
                .query((row, number) -> new End(row.getInt("steps"), row.getBytes("head")))
                .single();
    }

    void lock(SellerId seller, UUID id) {
        db.sql("SELECT 1 FROM breach_incident WHERE seller_id = :seller AND incident_id = :id FOR NO KEY UPDATE")
                .param("seller", seller.value())
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void moveEnd(SellerId seller, UUID id, End end) {
        db.sql(
                        """
                        UPDATE breach_incident SET steps = :steps, head = :head
                         WHERE seller_id = :seller AND incident_id = :id
                        """)
                .param("steps", end.steps())
                .param("head", end.head())
                .param("seller", seller.value())
                .param("id", id)
                .update();
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Incident incident(ResultSet row) throws SQLException {
        var told = new Incident.Told(
                row.getBoolean("drill"),
                Arrays.stream((String[]) row.getArray("harms").getArray())
                        .map(Harm::valueOf)
                        .collect(Collectors.toSet()),
                Cause.valueOf(row.getString("cause")),
                Optional.ofNullable(row.getObject("happened_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                row.getObject("aware_at", OffsetDateTime.class).toInstant());
        return new Incident(
                row.getObject("incident_id", UUID.class),
                row.getInt("number"),
                told,
                new SubjectId(row.getObject("subject_id", UUID.class)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("opened_by", UUID.class));
    }
}
