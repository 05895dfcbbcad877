package app.counterfoil.postgres;

/** There is no embedded server for this kind of machine. */
final class PlatformUnsupported extends PostgresRefusal {

    PlatformUnsupported(String platform) {
        super(
                "There is no embedded PostgreSQL for " + platform + " in this build.",
                "Run a PostgreSQL 16 or newer of your own and name it in COUNTERFOIL_DB_URL.");
    }
}
