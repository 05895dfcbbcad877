package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.storage.RestoreUnfinished;
import app.counterfoil.hub.storage.WholeDatabase;
import app.counterfoil.postgres.FolderInUse;
import app.counterfoil.postgres.PostgresRefusal;
import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.files.LastingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of a restore: the database that is there, the one that is made, and where the first goes. */
final class RestorePlaces {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path home;
    private final Path present;
    private final Path fresh;

    RestorePlaces(Path home) {
        this.home = home;
        this.present = home.resolve(WholeDatabase.FOLDER);
        this.fresh = home.resolve(WholeDatabase.FOLDER + ".restoring");
    }

    boolean isUnfinished() {
        return RestoreUnfinished.isIn(home);
    }

    /** Looks whether a database is in the way, and whether anybody works on it. */
    void refuseUnlessFree(boolean replace) throws SQLException {
        if (!Files.exists(present.resolve("data"))) {
            return;
        }
        try (var there = WholeDatabase.startedIn(present, home)) {
            if (!replace && there.holdsSellers()) {
                throw DatabaseInTheWay.withSellers(present);
            }
        } catch (FolderInUse running) {
            throw running;
        } catch (PostgresRefusal broken) {
            if (!replace) {
                throw DatabaseInTheWay.thatDoesNotStart(present);
            }
        }
    }

    /** An empty folder for the new database; what a restore that was killed has left there goes. */
    Path fresh() throws IOException {
        if (Files.exists(fresh.resolve("data"))) {
            try {
                // Its server may still be on its way down: whoever starts there waits for that.
                WholeDatabase.startedIn(fresh, home).close();
            } catch (FolderInUse anotherRestore) {
                throw anotherRestore;
            } catch (RuntimeException halfMade) {
                discard();
                return fresh;
            }
        }
        discard();
        return fresh;
    }

    /** Removes what was made. */
    void discard() throws IOException {
        if (!Files.exists(fresh)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(fresh)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Puts the new database in the place of the one that is there, and says where that went. */
    Optional<Path> exchange() throws IOException {
        Optional<Path> aside = Files.exists(present) ? Optional.of(aside()) : Optional.empty();
        if (aside.isPresent()) {
            Files.move(present, aside.get(), StandardCopyOption.ATOMIC_MOVE);
            CrashPoint.reached("restore.aside");
        }
        try {
            Files.move(fresh, present, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            if (aside.isPresent()) {
                Files.move(aside.get(), present, StandardCopyOption.ATOMIC_MOVE);
            }
            throw failed;
        }
        LastingFiles.keepNames(home);
        return aside;
    }

    /** Named after the time at which the new one was made ready. */
    private Path aside() throws IOException {
        var time = TIME.format(Files.getLastModifiedTime(fresh).toInstant());
        var name = WholeDatabase.FOLDER + ".before-restore-" + time;
        for (int number = 2; Files.exists(home.resolve(name)); number++) {
            name = WholeDatabase.FOLDER + ".before-restore-" + time + "-" + number;
        }
        return home.resolve(name);
    }
}
