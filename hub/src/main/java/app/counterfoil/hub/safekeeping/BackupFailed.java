package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.measure.Refusal;
import java.sql.SQLException;

/** The database did not let itself be copied. */
final class BackupFailed extends Refusal {

    BackupFailed(SQLException failed) {
        super(
                "The database could not be copied (SQL state " + failed.getSQLState() + ").",
                "42501: give the role pg_read_all_data and BYPASSRLS. 57P01 and others beginning with 08: the server"
                        + " stopped meanwhile; make the backup again.");
    }
}
