package app.counterfoil.hub.export;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of copies, in the running transaction of the seller. */
@Component
class CopyRows {

    private static final String SELECT =
            """
            SELECT copy_id, copy_no, purpose, recipient, format, subject_id, mark, made_at, made_by, ends_on, state,
                   rows, people, blank, columns, bytes
              FROM export_copy copy
             WHERE seller_id = :seller
            """;

    private final JdbcClient db;
    private final BusinessClock clock;

    CopyRows(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The next number of a shop; nobody else is given it until the transaction ends. */
    int next(SellerId seller) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('export ' || CAST(:seller AS text), 0))")
                .param("seller", seller.value())
                .query((row, number) -> seller)
                .single();
        return db.sql("SELECT coalesce(max(copy_no), 0) + 1 FROM export_copy WHERE seller_id = :seller")
                .param("seller", seller.value())
                .query(Integer.class)
                .single();
    }

    void add(SellerId seller, Copy copy) {
        db.sql(
                        """
                        INSERT INTO export_copy
                               (seller_id, copy_id, copy_no, purpose, recipient, format, subject_id, mark, made_at, made_by,
                                ends_on, state, state_at)
                        VALUES (:seller, :id, :number, :purpose, :recipient, :format, :subject, :mark, :made, :maker,
                                :ends, :state, :made)
                        """)
                .param("seller", seller.value())
                .param("id", copy.id())
                .param("number", copy.number())
                .param("purpose", copy.purpose().name())
                .param("recipient", copy.recipient())
                .param("format", copy.format().name())
                .param("subject", copy.subject().value())
                .param("mark", copy.mark())
                .param("made", copy.madeAt().atOffset(ZoneOffset.UTC))
                .param("maker", copy.madeBy())
                .param("ends", copy.endsOn())
                .param("state", copy.state().name())
                .update();
    }

    /** What became of it; its rows are written beside it. */
    void finished(SellerId seller, Copy copy, List<EnterCopies.Given> given) {
        db.sql(
                        """
                        UPDATE export_copy
                           SET state = 'READY', state_at = :now, rows = :rows, people = :people, blank = :blank,
                               columns = CAST(:columns AS text[]), bytes = :bytes
                         WHERE seller_id = :seller AND copy_id = :id
                        """)
                .param("now", now())
                .param("rows", copy.rows())
                .param("people", copy.people())
                .param("blank", copy.blank())
                .param("columns", copy.columns().toArray(String[]::new))
                .param("bytes", copy.bytes())
                .param("seller", seller.value())
                .param("id", copy.id())
                .update();
        db.sql(
                        """
                        INSERT INTO export_row (seller_id, copy_id, row_no, order_id, code, named)
                        SELECT :seller, :id, row_no, order_id, code, named
                          FROM unnest(CAST(:numbers AS integer[]), CAST(:orders AS uuid[]), CAST(:codes AS text[]),
                                      CAST(:named AS boolean[])) AS line (row_no, order_id, code, named)
                        """)
                .param("seller", seller.value())
                .param("id", copy.id())
                .param("numbers", IntStream.rangeClosed(1, given.size()).boxed().toArray(Integer[]::new))
                .param(
                        "orders",
                        given.stream().map(row -> row.order().id().value()).toArray(UUID[]::new))
                .param(
                        "codes",
                        given.stream()
                                .map(row -> CopyMark.code(copy.mark(), row.id()))
                                .toArray(String[]::new))
                .param("named", given.stream().map(EnterCopies.Given::named).toArray(Boolean[]::new))
                .update();
    }

    void state(SellerId seller, UUID copy, CopyState state, Optional<UUID> person) {
        db.sql(
                        """
                        UPDATE export_copy SET state = :state, state_at = :now, state_by = CAST(:person AS uuid)
                         WHERE seller_id = :seller AND copy_id = :id
                        """)
                .param("state", state.name())
                .param("now", now())
                .param("person", person.orElse(null))
                .param("seller", seller.value())
                .param("id", copy)
                .update();
    }

    /** It is not made; one that was made, though nobody was told of it, stays. */
    void stopped(SellerId seller, UUID copy) {
        db.sql(
                        """
                        UPDATE export_copy SET state = 'STOPPED', state_at = :now
                         WHERE seller_id = :seller AND copy_id = :id AND state = 'MAKING'
                        """)
                .param("now", now())
                .param("seller", seller.value())
                .param("id", copy)
                .update();
    }

    /** Keeps the file of a copy that names nobody. */
    void keepFacts(SellerId seller, UUID copy, byte[] file) {
        db.sql("INSERT INTO export_facts (seller_id, copy_id, file) VALUES (:seller, :id, :file)")
                .param("seller", seller.value())
                .param("id", copy)
                .param("file", file)
                .update();
    }

    Optional<byte[]> facts(SellerId seller, UUID copy) {
        return db.sql("SELECT file FROM export_facts WHERE seller_id = :seller AND copy_id = :id")
                .param("seller", seller.value())
                .param("id", copy)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Files of facts whose copies cannot be fetched any more go; copies that nobody finishes any more are said to be so. */
    void tidy(SellerId seller, LocalDate today) {
        db.sql(
                        """
                        DELETE FROM export_facts facts
                         USING export_copy copy
                         WHERE facts.seller_id = :seller AND copy.seller_id = :seller AND copy.copy_id = facts.copy_id
                           AND (copy.state <> 'READY' OR copy.ends_on <= :today)
                        """)
                .param("seller", seller.value())
                .param("today", today)
                .update();
        db.sql(
                        """
                        UPDATE export_copy SET state = 'STOPPED', state_at = :now
                         WHERE seller_id = :seller AND state = 'MAKING' AND made_at < :yesterday
                        """)
                .param("now", now())
                .param("seller", seller.value())
                .param("yesterday", now().minusDays(1))
                .update();
    }

    void fetched(SellerId seller, UUID copy, UUID reader) {
        db.sql(
                        """
                        INSERT INTO export_fetch (seller_id, fetch_id, copy_id, at, reader_id)
                        VALUES (:seller, :fetch, :id, :now, :reader)
                        """)
                .param("seller", seller.value())
                .param("fetch", UUID.randomUUID())
                .param("id", copy)
                .param("now", now())
                .param("reader", reader)
                .update();
    }

    List<Copies.Fetch> fetches(SellerId seller, UUID copy) {
        return db.sql(
                        "SELECT at, reader_id FROM export_fetch WHERE seller_id = :seller AND copy_id = :id ORDER BY at DESC")
                .param("seller", seller.value())
                .param("id", copy)
                .query((row, number) -> new Copies.Fetch(instant(row, "at"), row.getObject("reader_id", UUID.class)))
                .list();
    }

    List<Copy> latest(SellerId seller, int most) {
        return db.sql(SELECT + " ORDER BY copy_no DESC LIMIT :most")
                .param("seller", seller.value())
                .param("most", most)
                .query((row, number) -> copy(row))
                .list();
    }

    Optional<Copy> one(SellerId seller, UUID copy) {
        return db.sql(SELECT + " AND copy_id = :id")
                .param("seller", seller.value())
                .param("id", copy)
                .query((row, number) -> copy(row))
                .optional();
    }

    /** The copy, which nobody else moves until the transaction ends. */
    Optional<Copy> locked(SellerId seller, UUID copy) {
        return db.sql(SELECT + " AND copy_id = :id FOR UPDATE")
                .param("seller", seller.value())
                .param("id", copy)
                .query((row, number) -> copy(row))
                .optional();
    }

    /** A copy that names somebody of an order. */
    record Naming(UUID order, Copy copy) {}

    /** The copies that name somebody of these orders, the latest first. */
    List<Naming> naming(SellerId seller, List<UUID> orders) {
        return db.sql(
                        """
                        SELECT line.order_id, copy.*
                          FROM export_row line
                          JOIN export_copy copy USING (seller_id, copy_id)
                         WHERE line.seller_id = :seller AND line.named AND line.order_id = ANY (:orders)
                         ORDER BY copy.copy_no DESC, line.row_no
                        """)
                .param("seller", seller.value())
                .param("orders", orders.toArray(UUID[]::new))
                .query((row, number) -> new Naming(row.getObject("order_id", UUID.class), copy(row)))
                .list();
    }

    /** How many of these codes are of rows of which copy. */
    Map<UUID, Integer> byCode(SellerId seller, List<String> codes) {
        var found = new HashMap<UUID, Integer>();
        db.sql(
                        """
                        SELECT copy_id, count(*) AS times FROM export_row
                         WHERE seller_id = :seller AND code = ANY (:codes)
                         GROUP BY copy_id
                        """)
                .param("seller", seller.value())
                .param("codes", codes.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getObject("copy_id", UUID.class), row.getInt("times"));
                });
        return found;
    }

    /** The copies in which any of these orders stand, and in which row each stands first. */
    Map<Copy, Map<UUID, Integer>> holding(SellerId seller, List<UUID> orders) {
        var found = new LinkedHashMap<Copy, Map<UUID, Integer>>();
        db.sql(
                        """
                        SELECT line.order_id, line.first_row, copy.*
                          FROM (SELECT copy_id, order_id, min(row_no) AS first_row FROM export_row
                                 WHERE seller_id = :seller AND order_id = ANY (:orders)
                                 GROUP BY copy_id, order_id) AS line
                          JOIN export_copy copy ON copy.seller_id = :seller AND copy.copy_id = line.copy_id
                         ORDER BY copy.copy_no DESC
                        """)
                .param("seller", seller.value())
                .param("orders", orders.toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(copy(row), each -> new HashMap<>())
                            .put(row.getObject("order_id", UUID.class), row.getInt("first_row"));
                });
        return found;
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static Copy copy(ResultSet row) throws SQLException {
        return new Copy(
                row.getObject("copy_id", UUID.class),
                row.getInt("copy_no"),
                ExportPurpose.valueOf(row.getString("purpose")),
                row.getString("recipient"),
                CopyFormat.valueOf(row.getString("format")),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                row.getObject("mark", UUID.class),
                instant(row, "made_at"),
                row.getObject("made_by", UUID.class),
                row.getObject("ends_on", LocalDate.class),
                CopyState.valueOf(row.getString("state")),
                row.getInt("rows"),
                row.getInt("people"),
                row.getInt("blank"),
                List.of((String[]) row.getArray("columns").getArray()),
                row.getLong("bytes"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
