package app.counterfoil.vault.journal;

import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads ranges of the journal as they are stored. */
final class JournalLines {

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

    JournalLines(SellerRows rows) {
        this.rows = rows;
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
                Columns.id(row, "entry_id"),
                Columns.instant(row, "at"),
                Columns.id(row, "reader_id"),
                row.getString("act"),
                row.getString("purpose"),
                row.getString("reason"),
                row.getString("kind"),
                Columns.ids(row, "records"),
                Xact.read(row, "xact"));
    }
}
