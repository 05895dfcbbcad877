package app.counterfoil.vault.store;

import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The access journal. An opening is written before it happens, in the same transaction: no entry, no opening. */
final class Journal {

    private static final String WRITE =
            """
            INSERT INTO vault_journal (seller_id, at, entry_id, reader_id, act, purpose, reason, kind, records)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String COLUMNS =
            """
            SELECT entry_id, at, reader_id, act, purpose, reason, kind, records
              FROM vault_journal
             WHERE seller_id = ?
            """;
    private static final String LATEST = COLUMNS + " ORDER BY at DESC, entry_id LIMIT ?";
    private static final String LATEST_OF =
            COLUMNS + " AND records @> ARRAY[?]::uuid[] ORDER BY at DESC, entry_id LIMIT ?";
    private static final String RANGE =
            """
            SELECT entry_id, at, reader_id, act, purpose, reason, kind, records, xact::text
              FROM vault_journal
             WHERE seller_id = ? AND xact >= ?::text::xid8 AND xact < ?::text::xid8 AND cluster = ?
             ORDER BY xact, entry_id
            """;

    /** One entry as it is stored, whatever stands there: what was tampered with need not be a purpose or an act. */
    record Line(
            UUID id,
            Instant at,
            UUID reader,
            String act,
            String purpose,
            String reason,
            String kind,
            List<UUID> records,
            long xact) {}

    private final SellerRows rows;
    private final Clock clock;

    Journal(SellerRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void write(JournalAct act, Opening opening, String kind, Collection<UUID> records) {
        rows.change(
                WRITE,
                rows.seller(),
                clock.instant(),
                UUID.randomUUID(),
                opening.reader().id(),
                act.name(),
                opening.purpose().name(),
                opening.reason(),
                kind,
                rows.array("uuid", records));
    }

    List<JournalEntry> latest(int most) {
        return rows.rows(Journal::entry, LATEST, rows.seller(), most);
    }

    List<JournalEntry> latestOf(UUID record, int most) {
        return rows.rows(Journal::entry, LATEST_OF, rows.seller(), record, most);
    }

    /** Visits the entries of a cluster's transactions from the first number up to, not including, the second. */
    void each(long cluster, long fromXact, long toXact, Consumer<Line> visitor) {
        rows.stream(
                row -> visitor.accept(line(row)),
                RANGE,
                rows.seller(),
                Xact.text(fromXact),
                Xact.text(toXact),
                cluster);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                SellerRows.id(row, "entry_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                SellerRows.id(row, "reader_id"),
                row.getString("act"),
                row.getString("purpose"),
                row.getString("reason"),
                row.getString("kind"),
                records(row),
                Xact.read(row, "xact"));
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                SellerRows.id(row, "entry_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                SellerRows.id(row, "reader_id"),
                JournalAct.valueOf(row.getString("act")),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("reason"),
                row.getString("kind"),
                records(row));
    }

    private static List<UUID> records(ResultSet row) throws SQLException {
        return Stream.of((UUID[]) row.getArray("records").getArray()).toList();
    }
}
