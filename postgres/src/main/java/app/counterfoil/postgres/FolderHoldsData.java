package app.counterfoil.postgres;

import java.nio.file.Path;

/** A copy is to be made where a database lies already. */
final class FolderHoldsData extends PostgresRefusal {

    FolderHoldsData(Path home) {
        super(
                "There is a database in " + home + " already; it is not written over.",
                "Name an empty folder, or remove that one by hand if you are sure of it.");
    }
}
