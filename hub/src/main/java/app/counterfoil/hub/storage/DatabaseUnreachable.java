package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.Refusal;
import java.sql.SQLException;

/** The database does not let us in. */
public final class DatabaseUnreachable extends Refusal {

    DatabaseUnreachable(String url, SQLException failure) {
        super(
                "The database at " + url.replaceAll("\\?.*", "") + " does not answer (SQL state "
                        + failure.getSQLState() + ").",
                "Check COUNTERFOIL_DB_URL, COUNTERFOIL_DB_OWNER and COUNTERFOIL_DB_OWNERPASSWORD, and that the server"
                        + " runs.");
    }
}
