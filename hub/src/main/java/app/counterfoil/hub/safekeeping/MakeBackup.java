package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.custody.EraseAgain;
import app.counterfoil.hub.storage.StorageSettings;
import app.counterfoil.hub.storage.WholeDatabase;
import app.counterfoil.vault.keys.EpochKeys;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;

/** Makes a backup of an installation and reads it again from end to end: what was not read is worth nothing. */
final class MakeBackup {

    private final StorageSettings settings;
    private final EpochKeys keys;

    /** Which time a backup bears. */
    interface Now {

        Instant of(WholeDatabase database) throws SQLException;
    }

    MakeBackup(StorageSettings settings, EpochKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /**
     * Makes one.
     *
     * @param now the time that it bears
     * @param place where it goes, by that time
     */
    BackUp.Made at(Now now, Function<Instant, Path> place, Watched watched) {
        try (var database = WholeDatabase.of(settings)) {
            var moment = now.of(database);
            var made = new BackUp(database, keys, () -> EraseAgain.positionOf(settings.home()))
                    .to(place.apply(moment), moment, watched);
            CheckBackup.readThrough(made.file(), keys);
            return made;
        } catch (SQLException failed) {
            throw new BackupFailed(failed);
        }
    }
}
