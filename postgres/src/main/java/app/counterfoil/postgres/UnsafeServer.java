package app.counterfoil.postgres;

/** A server is set so that it may lose what it has confirmed. */
final class UnsafeServer extends PostgresRefusal {

    UnsafeServer(String setting, String found, String wanted) {
        super(
                "The database server has " + setting + " = " + found + ": it may lose what it has confirmed.",
                "Set " + setting + " = " + wanted + " on the server and start again.");
    }
}
