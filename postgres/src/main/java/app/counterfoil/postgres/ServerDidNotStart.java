package app.counterfoil.postgres;

import java.nio.file.Path;

/** The server was started and did not come up. */
final class ServerDidNotStart extends PostgresRefusal {

    ServerDidNotStart(String step, Path log) {
        super(
                "PostgreSQL did not come up (" + step + ").",
                "Read the last lines of " + log + "; they name the reason.");
    }
}
