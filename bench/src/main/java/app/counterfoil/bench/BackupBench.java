package app.counterfoil.bench;

import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.safekeeping.AfterRestore;
import app.counterfoil.hub.safekeeping.BackUp;
import app.counterfoil.hub.safekeeping.CheckBackup;
import app.counterfoil.hub.safekeeping.Restore;
import app.counterfoil.hub.storage.WholeDatabase;
import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.keys.KeyRing;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.postgresql.PGConnection;
import org.springframework.util.FileSystemUtils;

/**
 * How fast a backup is made and brought back. Beside it, in turns on the same server, the same tables by plain COPY into
 * files that are made to last as well.
 */
final class BackupBench {

    private static final int ROUNDS = 3;
    private static final double MEGA = 1e6;

    private final PrintStream out;
    private final int orders;

    BackupBench(PrintStream out, int orders) {
        this.out = out;
        this.orders = orders;
    }

    private interface Work {
        long bytes() throws IOException, SQLException;
    }

    /** What one turn took. */
    private record Took(double seconds, long bytes) {

        Took plus(Took other) {
            return new Took(seconds + other.seconds, bytes + other.bytes);
        }
    }

    void run() throws IOException, SQLException {
        var folder = Files.createTempDirectory("counterfoil-backups");
        try (var marketplace = new Marketplace();
                var installation = new Installation(marketplace);
                var database = WholeDatabase.of(installation.settings())) {
            out.println("Taking in " + orders + " orders ...");
            takeIn(marketplace, installation);
            var keys = KeyRing.inFolder(installation.settings().home().resolve("keys"), Clock.systemUTC())
                    .mustBeThere();
            measure(database, keys, folder);
            var last = folder.resolve(ROUNDS + ".backup");
            var checked = took(() -> {
                var rows = CheckBackup.readThrough(last, keys).rows();
                return rows.isEmpty() ? 0 : Files.size(last);
            });
            line("read through again", checked);
            bringBack(installation, last, folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void takeIn(Marketplace marketplace, Installation installation) {
        var account = installation.connect(installation.shop(), "backup");
        marketplace.open(account.name(), new OrderPages(7).next(orders));
        if (!installation.part(DownloadOrders.class).from(account)) {
            throw new IllegalStateException("The download did not come to its end.");
        }
    }

    private void measure(WholeDatabase database, EpochKeys keys, Path folder) throws IOException, SQLException {
        var backup = new Took(0, 0);
        var plain = new Took(0, 0);
        took(() -> plainly(database, folder.resolve("warm")));
        for (int i = 1; i <= ROUNDS; i++) {
            var file = folder.resolve(i + ".backup");
            backup = backup.plus(took(() -> new BackUp(database, keys, () -> "")
                    .to(file, Instant.now(), (percent, bytes, rows, table) -> {})
                    .bytes()));
            plain = plain.plus(took(() -> plainly(database, folder.resolve("plain"))));
        }
        line("backup, sealed, one file", backup);
        line("the same tables by plain COPY", plain);
        out.println("ratio to plain COPY            %.2f".formatted(plain.seconds() / backup.seconds()));
    }

    private void bringBack(Installation installation, Path file, Path folder) throws IOException, SQLException {
        var home = Files.createDirectory(folder.resolve("restored"));
        var keys = KeyRing.inFolder(installation.settings().home().resolve("keys"), Clock.systemUTC())
                .mustBeThere();
        var rows = new ArrayList<Map<String, Long>>();
        var restored = took(() -> {
            rows.add(new Restore(home, keys, AfterRestore.NOTHING)
                    .from(file, false, (percent, bytes, count, table) -> {})
                    .rows());
            return Files.size(file);
        });
        line("restore, ready to start", restored);
        out.println("Rows restored: %,d; orders among them: %,d of %,d."
                .formatted(
                        rows.get(0).values().stream().mapToLong(Long::longValue).sum(),
                        rows.get(0).getOrDefault("order_order", 0L),
                        orders));
    }

    /** Every table into a file of its own, unsealed. */
    private static long plainly(WholeDatabase database, Path into) throws IOException, SQLException {
        long bytes = 0;
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var row = statement.executeQuery(
                    """
                    SELECT relname FROM pg_class
                     WHERE relnamespace = 'counterfoil'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
                    """)) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (var table : tables) {
                var file = into.resolveSibling(into.getFileName() + "-" + table);
                try (var sink = new FileOutputStream(file.toFile());
                        var buffered = new BufferedOutputStream(sink, 1 << 17)) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("COPY (SELECT * FROM " + table + ") TO STDOUT (FORMAT binary)", buffered);
                    buffered.flush();
                    sink.getFD().sync();
                }
                bytes += Files.size(file);
                Files.delete(file);
            }
        }
        return bytes;
    }

    private static Took took(Work work) throws IOException, SQLException {
        var start = System.nanoTime();
        var bytes = work.bytes();
        return new Took((System.nanoTime() - start) / 1e9, bytes);
    }

    private void line(String what, Took took) {
        var turns = what.startsWith("backup") || what.startsWith("the same") ? ROUNDS : 1;
        out.println("%-30s %6.1f MB/s   %,9.0f orders/s   (%.1f MB in %.2f s)"
                .formatted(
                        what,
                        took.bytes() / MEGA / took.seconds(),
                        turns * orders / took.seconds(),
                        took.bytes() / MEGA / turns,
                        took.seconds() / turns));
    }
}
