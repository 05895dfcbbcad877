package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.measure.Refusal;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** A backup could not be written where it was to go: what was written of it is removed. */
final class BackupNotWritten extends Refusal {

    private BackupNotWritten(String wrong, String mend) {
        super(wrong, mend);
    }

    static BackupNotWritten because(Path file, IOException failed) {
        var reason =
                String.valueOf(failed instanceof FileSystemException place ? place.getReason() : failed.getMessage());
        return reason.toLowerCase(Locale.ROOT).contains("no space left")
                ? new BackupNotWritten(
                        "There is no room left on the disk of " + file + ".",
                        "Make room there, or name a folder on another disk. Nothing of this backup is left behind.")
                : new BackupNotWritten(
                        "The backup " + file + " cannot be written ("
                                + failed.getClass().getSimpleName() + ").",
                        "Give the user who runs Counterfoil the folder, or name another one.");
    }

    static BackupNotWritten isThere(Path file) {
        return new BackupNotWritten(
                "There is a file " + file + " already, and a backup replaces none.", "Name another file.");
    }

    static BackupNotWritten atWork(Path file) {
        return new BackupNotWritten(
                "Another backup is being written to " + file + ".", "Wait for its end, or name another file.");
    }
}
