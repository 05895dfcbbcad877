package app.counterfoil.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** The folder cannot be written, or not by the user the server runs as. */
final class FolderUnusable extends PostgresRefusal {

    FolderUnusable(Path home, String reason) {
        super(
                "The folder " + home + " cannot be used: " + reason + ".",
                "Give the user who runs Counterfoil this folder (chown, chmod 700), or name another one in"
                        + " counterfoil.home.");
    }

    /** The refusal that fits what the file system said: this one, or {@link DiskFull}. */
    static PostgresRefusal toldBy(Path home, IOException failed) {
        var reason =
                String.valueOf(failed instanceof FileSystemException file ? file.getReason() : failed.getMessage());
        if (reason.toLowerCase(Locale.ROOT).contains("no space left")) {
            return new DiskFull(home);
        }
        return new FolderUnusable(
                home, failed instanceof AccessDeniedException ? "writing is not allowed there" : reason);
    }
}
