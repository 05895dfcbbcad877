package app.counterfoil.postgres;

import java.nio.file.Path;

/** There is no room left where the database lives. */
public final class DiskFull extends PostgresRefusal {

    DiskFull(Path home) {
        super(
                "There is no room left on the disk of " + home + ".",
                "Free at least 500 MB there, or name a folder on another disk in counterfoil.home; nothing was lost.");
    }
}
