package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.Refusal;
import java.sql.SQLException;

/** The database does not let us in. */
final class DatabaseUnreachable extends Refusal {

    DatabaseUnreachable(String url, SQLException failure) {
        super(
                "The database at " + url.replaceAll("\\?.*", "") + " does not answer (SQL state "
                        + failure.getSQLState() + ").",
                "Check COUNTERFOIL_DB_URL, the two roles COUNTERFOIL_DB_OWNER and COUNTERFOIL_DB_APP with their passwords"
                        + " (COUNTERFOIL_DB_OWNERPASSWORD, COUNTERFOIL_DB_APPPASSWORD), and that the server runs.");
    }
}
