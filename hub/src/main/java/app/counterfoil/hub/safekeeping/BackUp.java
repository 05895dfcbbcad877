package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.storage.WholeDatabase;
import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.seal.SealedStream;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.secrets.EpochsInUse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Copies all rows of all sellers as they are at one moment into one encrypted file, while others read and write. It holds
 * what is there and nothing that was: not even what a server still has lying about of rows that are gone.
 */
public final class BackUp {

    private final WholeDatabase database;
    private final EpochKeys keys;
    private final Supplier<String> ledger;

    /**
     * @param keys the keys outside the database; the backup opens as long as the one of the lowest epoch that its rows need lives
     * @param ledger says how far the ledger of erasures has come, in its own words
     */
    public BackUp(WholeDatabase database, EpochKeys keys, Supplier<String> ledger) {
        this.database = database;
        this.keys = keys;
        this.ledger = ledger;
    }

    /**
     * A backup that was made.
     *
     * @param file where it is
     * @param madeAt the moment it shows, as it was given
     * @param epoch the epoch whose key opens it
     * @param bytes the length of the file
     * @param rows how many rows of each table are in it
     */
    public record Made(Path file, Instant madeAt, int epoch, long bytes, Map<String, Long> rows) {

        /** How many rows are in it. */
        public long allRows() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Makes a backup; the file is there whole, or not at all.
     *
     * @param file where it is to be; there must be none yet
     * @param madeAt the present moment
     * @throws BackupNotWritten if it cannot be written there
     * @throws SQLException if the database fails, or does not show this role every row
     */
    public Made to(Path file, Instant madeAt, Watched watched) throws SQLException {
        try (var place = BackupPlace.at(file);
                var connection = database.connect()) {
            // Asked before the copy's moment: what is erased in between stands in the ledger behind this.
            var erasedUntil = ledger.get();
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            // The lowest that its rows need, so that it opens as a whole or not at all.
            var epoch = EpochsInUse.lowest(connection, keys);
            var manifest = new Catalogue(connection).read();
            var content = Secret.random();
            var header = Header.of(content, keys, epoch, madeAt, manifest.schemaVersion(), erasedUntil);
            Map<String, Long> rows;
            try (var out = content(content, header, place.out())) {
                rows = new Copying(connection, new Entries.Writer(out), manifest, watched).copy();
            }
            connection.rollback();
            CrashPoint.reached("backup.written");
            var bytes = place.publish();
            CrashPoint.reached("backup.published");
            return new Made(file, madeAt, header.epoch(), bytes, rows);
        } catch (IOException failed) {
            throw BackupNotWritten.because(file, failed);
        }
    }

    private static OutputStream content(Secret key, Header header, OutputStream out) throws IOException {
        var bound = header.toBytes();
        out.write(bound);
        return new BufferedOutputStream(new SealedStream(key).into(out, bound), 1 << 16);
    }

    /** The way of the rows of one copy. */
    private static final class Copying {

        private static final int EVERY = 1 << 20;

        private final Connection connection;
        private final Entries.Writer out;
        private final Manifest manifest;
        private final Watched watched;
        private final Map<String, Long> counts = new TreeMap<>();
        private long rows;
        private long toldAt;

        Copying(Connection connection, Entries.Writer out, Manifest manifest, Watched watched) {
            this.connection = connection;
            this.out = out;
            this.manifest = manifest;
            this.watched = watched;
        }

        Map<String, Long> copy() throws SQLException, IOException {
            out.manifest(manifest);
            for (var table : manifest.tables()) {
                copy(table);
            }
            out.last(rows);
            watched.at(100, out.written(), rows, "");
            return Map.copyOf(counts);
        }

        private void copy(Manifest.Table table) throws SQLException, IOException {
            out.table(table);
            CrashPoint.reached("backup.table");
            tell(table.name());
            var entries = out.rows();
            var copied = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql(table), new OutputStream() {
                @Override
                public void write(int each) throws IOException {
                    entries.write(each);
                }

                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    entries.write(bytes, from, count);
                    tellNowAndThen(table.name());
                }
            });
            entries.flush();
            out.count(copied);
            counts.put(table.name(), copied);
            rows += copied;
        }

        /** A table of partitions is read through itself, and the others without a query in between. */
        private static String sql(Manifest.Table table) {
            var columns = table.columns().stream().map(Manifest.Column::name).collect(Collectors.joining(", "));
            return "COPY (SELECT " + columns + " FROM " + table.name() + ") TO STDOUT (FORMAT binary)";
        }

        private void tellNowAndThen(String table) {
            if (out.written() - toldAt > EVERY) {
                tell(table);
            }
        }

        /** How large the copy gets is known about, not exactly. */
        private void tell(String table) {
            toldAt = out.written();
            var all =
                    manifest.tables().stream().mapToLong(Manifest.Table::bytes).sum();
            watched.at((int) Math.min(99, 100 * toldAt / Math.max(1, all)), toldAt, rows, table);
        }
    }
}
