package app.counterfoil.hub.safekeeping;

import app.counterfoil.vault.partition.Partitions;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Copies the rows of a backup into an empty database that has its schema, in one transaction. */
final class CopyBack {

    private static final int BUFFER = 1 << 16;

    private final Connection connection;
    private final OpenedBackup backup;
    private final Watched watched;
    private final Map<String, Long> counts = new TreeMap<>();
    private long all = 1;
    private long rows;
    private long toldAt;

    CopyBack(Connection connection, OpenedBackup backup, Watched watched) {
        this.connection = connection;
        this.backup = backup;
        this.watched = watched;
    }

    /**
     * Copies them and counts them.
     *
     * @throws BackupUnusable if the file is not whole, or does not fit
     */
    Map<String, Long> copy() throws SQLException {
        connection.setAutoCommit(false);
        try {
            var manifest = backup.entries().manifest();
            prepare(manifest);
            for (var table : manifest.tables()) {
                copy(table);
            }
            if (backup.entries().last() != rows) {
                throw new IOException("the last word names another number of rows");
            }
            for (var sequence : manifest.sequences()) {
                run("SELECT setval('" + sequence.name() + "', " + sequence.last() + ")");
            }
        } catch (IOException damaged) {
            throw BackupUnusable.damaged(backup.file());
        }
        connection.commit();
        connection.setAutoCommit(true);
        run("ANALYZE");
        watched.at(100, backup.entries().read(), rows, "");
        return Map.copyOf(counts);
    }

    /** Nothing fires while rows come back, what migrations have put in goes, and there is room for every row. */
    private void prepare(Manifest manifest) throws SQLException {
        if (!manifest.fits(new Catalogue(connection).read())) {
            throw BackupUnusable.ofOtherTables(backup.file());
        }
        all = Math.max(
                1, manifest.tables().stream().mapToLong(Manifest.Table::bytes).sum());
        run("SET LOCAL session_replication_role = replica");
        run("TRUNCATE " + manifest.tables().stream().map(Manifest.Table::name).collect(Collectors.joining(", ")));
        new Partitions(connection).add(manifest.room());
    }

    private void copy(Manifest.Table table) throws SQLException, IOException {
        if (!backup.entries().table().equals(table.name())) {
            throw new IOException("a table is not where it belongs");
        }
        var columns = table.columns().stream().map(Manifest.Column::name).collect(Collectors.joining(", "));
        var coming = backup.entries().rows();
        var copied = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY " + table.name() + " (" + columns + ") FROM STDIN (FORMAT binary)",
                        watched(coming, table.name()),
                        BUFFER);
        var counted = count(table.name());
        if (copied != coming.count() || counted != copied) {
            throw BackupUnusable.countsDiffer(backup.file(), table.name(), coming.count(), counted);
        }
        counts.put(table.name(), counted);
        rows += counted;
    }

    private InputStream watched(InputStream coming, String table) {
        return new FilterInputStream(coming) {
            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                var read = super.read(into, from, most);
                var done = backup.entries().read();
                if (done - toldAt > 1 << 20) {
                    toldAt = done;
                    watched.at((int) Math.min(99, 100 * done / all), done, rows, table);
                }
                return read;
            }
        };
    }

    private long count(String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
