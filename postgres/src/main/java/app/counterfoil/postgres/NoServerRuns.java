package app.counterfoil.postgres;

import java.nio.file.Path;

/** There is no server to work with in this folder. */
final class NoServerRuns extends PostgresRefusal {

    NoServerRuns(Path home) {
        super(
                "No database server answers in " + home + ".",
                "Start Counterfoil on that installation first, as the same user, or name its folder in COUNTERFOIL_HOME.");
    }
}
