package app.counterfoil.postgres;

import java.nio.file.Path;

/** Another instance works on the same folder. */
public final class FolderInUse extends PostgresRefusal {

    FolderInUse(Path home) {
        super(
                "Another Counterfoil is running on the folder " + home + ".",
                "Stop it first, or give this one a folder of its own in counterfoil.home.");
    }
}
