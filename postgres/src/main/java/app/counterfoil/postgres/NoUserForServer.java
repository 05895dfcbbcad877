package app.counterfoil.postgres;

import java.nio.file.Path;

/** Counterfoil runs as root, PostgreSQL must not, and there is nobody else it could run as. */
final class NoUserForServer extends PostgresRefusal {

    NoUserForServer(Path home) {
        super(
                "PostgreSQL refuses to run as root; the user nobody cannot reach " + home
                        + ", and this machine does not allow user namespaces (unshare -U).",
                "Start Counterfoil as an ordinary user, or name a folder in counterfoil.home that others may pass through"
                        + " (chmod o+x on the folders above it), such as one in /var/lib.");
    }
}
