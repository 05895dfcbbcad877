package app.counterfoil.vault.journal;

import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The stored checkpoints of a seller. */
final class CheckpointRows {

    private static final String COLUMNS =
            """
            SELECT format, number, made_at, cluster, from_xact::text, to_xact::text, entries, hash, signature
              FROM vault_checkpoint
             WHERE seller_id = ?
            """;
    private static final String ALL = COLUMNS + " ORDER BY number";
    private static final String LAST = COLUMNS + " ORDER BY number DESC LIMIT 1";
    private static final String NUMBERED = COLUMNS + " AND number = ?";
    private static final String COVERED_TO =
            """
            SELECT to_xact::text
              FROM vault_checkpoint
             WHERE seller_id = ? AND cluster = ?
             ORDER BY number DESC
             LIMIT 1
            """;
    private static final String ADD =
            """
            INSERT INTO vault_checkpoint
                   (seller_id, format, number, made_at, cluster, from_xact, to_xact, entries, hash, signature)
            VALUES (?, ?, ?, ?, ?, ?::text::xid8, ?::text::xid8, ?, ?, ?)
            """;

    private final SellerRows rows;

    CheckpointRows(SellerRows rows) {
        this.rows = rows;
    }

    List<Checkpoint> all() {
        return rows.rows(CheckpointRows::checkpoint, ALL, rows.seller());
    }

    Optional<Checkpoint> last() {
        return rows.rows(CheckpointRows::checkpoint, LAST, rows.seller()).stream()
                .findFirst();
    }

    Optional<Checkpoint> numbered(int number) {
        return rows.rows(CheckpointRows::checkpoint, NUMBERED, rows.seller(), number).stream()
                .findFirst();
    }

    /** The first transaction of the cluster that no checkpoint covers yet. */
    long coveredTo(long cluster) {
        return rows.rows(row -> Xact.read(row, "to_xact"), COVERED_TO, rows.seller(), cluster).stream()
                .findFirst()
                .orElse(0L);
    }

    void add(Checkpoint fresh) {
        rows.change(
                ADD,
                rows.seller(),
                fresh.format(),
                fresh.number(),
                fresh.madeAt(),
                fresh.cluster(),
                Xact.text(fresh.fromXact()),
                Xact.text(fresh.toXact()),
                fresh.entries(),
                fresh.hash(),
                fresh.signature());
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getInt("format"),
                row.getInt("number"),
                Columns.instant(row, "made_at"),
                row.getLong("cluster"),
                Xact.read(row, "from_xact"),
                Xact.read(row, "to_xact"),
                row.getInt("entries"),
                row.getBytes("hash"),
                row.getBytes("signature"));
    }
}
