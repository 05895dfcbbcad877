package app.counterfoil.hub.safekeeping;

import app.counterfoil.vault.keys.EpochKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Reads a backup from its first byte to its last, as a restore would, and brings nothing back. */
public final class CheckBackup {

    private CheckBackup() {}

    /**
     * A backup that is whole.
     *
     * @param madeAt the moment it shows
     * @param schemaVersion the version of its tables
     * @param epoch the epoch whose key opens it
     * @param ledger how far the ledger of erasures had come, in its own words
     * @param rows how many rows of each table are in it
     */
    public record Whole(Instant madeAt, String schemaVersion, int epoch, String ledger, Map<String, Long> rows) {}

    /**
     * Reads it.
     *
     * @throws BackupUnusable if it is none, damaged, or cut short
     * @throws BackupKeyGone if its epoch has ended
     * @throws BackupOfOtherKeys if it was made under others
     */
    public static Whole readThrough(Path file, EpochKeys keys) {
        try (var backup = OpenedBackup.of(file, keys)) {
            var entries = backup.entries();
            var counts = new TreeMap<String, Long>();
            for (var table : entries.manifest().tables()) {
                if (!entries.table().equals(table.name())) {
                    throw new IOException("a table is not where it belongs");
                }
                var rows = entries.rows();
                rows.skipAll();
                counts.put(table.name(), rows.count());
            }
            if (entries.last()
                    != counts.values().stream().mapToLong(Long::longValue).sum()) {
                throw new IOException("the last word names another number of rows");
            }
            var header = backup.header();
            return new Whole(
                    header.madeAt(), header.schemaVersion(), header.epoch(), header.ledger(), Map.copyOf(counts));
        } catch (IOException damaged) {
            throw BackupUnusable.damaged(file);
        }
    }
}
