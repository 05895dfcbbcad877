package app.counterfoil.postgres;

import java.nio.file.Path;

/** The folder cannot be written, or not by the user the server runs as. */
final class FolderUnusable extends PostgresRefusal {

    FolderUnusable(Path home, String reason) {
        super(
                "The folder " + home + " cannot be used: " + reason + ".",
                "Give the user who runs Counterfoil this folder (chown, chmod 700), or name another one in"
                        + " counterfoil.home.");
    }
}
