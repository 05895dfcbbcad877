package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.storage.RestoreUnfinished;
import app.counterfoil.hub.storage.WholeDatabase;
import app.counterfoil.postgres.DiskFull;
import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.keys.EpochKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Brings a backup back. The database is made whole beside the one that is there and takes its place at the very end, so a
 * restore that is refused has changed nothing; one that is killed keeps the folder closed until it is run again.
 */
public final class Restore {

    private final Path home;
    private final EpochKeys keys;
    private final AfterRestore afterRestore;

    /**
     * @param home the folder of the installation
     * @param keys the keys outside the database; they are never part of a backup
     * @param afterRestore what is to be done before anything opens
     */
    public Restore(Path home, EpochKeys keys, AfterRestore afterRestore) {
        this.home = home.toAbsolutePath().normalize();
        this.keys = keys;
        this.afterRestore = afterRestore;
    }

    /**
     * A backup that is back.
     *
     * @param madeAt the moment the database shows
     * @param rows how many rows of each table there are, counted after they were stored
     * @param told what was done before anything opens, in sentences
     * @param movedAside the folder of the database that was there before
     */
    public record Done(Instant madeAt, Map<String, Long> rows, List<String> told, Optional<Path> movedAside) {

        /** How many rows each part of the hub has, by the word its tables begin with. */
        public Map<String, Long> rowsByArea() {
            var areas = new TreeMap<String, Long>();
            rows.forEach((table, count) -> areas.merge(table.replaceFirst("_.*", ""), count, Long::sum));
            return areas;
        }
    }

    /**
     * Restores the file.
     *
     * @param replace whether a database that holds sellers is to be moved aside
     * @throws BackupUnusable if the file is none, damaged, or cut short
     * @throws BackupKeyGone if its epoch has ended
     * @throws BackupOfOtherKeys if it was made under others
     * @throws DatabaseInTheWay if a database holds sellers and is not to be replaced
     * @throws app.counterfoil.postgres.FolderInUse if a hub runs on the folder
     */
    public Done from(Path file, boolean replace, Watched watched) {
        var places = new RestorePlaces(home);
        try (var backup = OpenedBackup.of(file, keys)) {
            places.refuseUnlessFree(replace);
            var again = places.isUnfinished();
            RestoreUnfinished.begin(home);
            CrashPoint.reached("restore.begun");
            try {
                var back = bringBack(backup, places, watched);
                var movedAside = places.exchange();
                CrashPoint.reached("restore.exchanged");
                RestoreUnfinished.end(home);
                return new Done(backup.header().madeAt(), back.rows(), back.told(), movedAside);
            } catch (RuntimeException | IOException | SQLException refused) {
                places.discard();
                if (!again) {
                    // Nothing was changed. After an earlier one that was killed that is not so sure.
                    RestoreUnfinished.end(home);
                }
                throw refused;
            }
        } catch (SQLException failed) {
            throw DiskFull.toldBy(failed, home.toString())
                    .<RuntimeException>map(full -> full)
                    .orElseGet(() -> new IllegalStateException("The database failed: " + failed.getSQLState(), failed));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private record Back(Map<String, Long> rows, List<String> told) {}

    private Back bringBack(OpenedBackup backup, RestorePlaces places, Watched watched)
            throws SQLException, IOException {
        try (var database = WholeDatabase.startedIn(places.fresh(), home)) {
            database.migrateTo(backup.header().schemaVersion());
            Map<String, Long> rows;
            try (var connection = database.connect()) {
                rows = new CopyBack(connection, backup, watched).copy();
            }
            CrashPoint.reached("restore.copied");
            database.migrate();
            var told = afterRestore.restored(new AfterRestore.Restored(
                    home,
                    database.application(),
                    backup.header().madeAt(),
                    backup.header().ledger()));
            CrashPoint.reached("restore.erased");
            return new Back(rows, told);
        }
    }
}
