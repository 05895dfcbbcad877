package app.counterfoil.postgres;

import java.sql.SQLException;

/** The primary did not let itself be copied. */
final class CopyFailed extends PostgresRefusal {

    CopyFailed(SQLException failure) {
        super(
                "The database could not be copied or asked (SQL state " + failure.getSQLState() + ").",
                "Look at the primary's postgresql.log and try again; the primary goes on, and no half copy is left.");
    }
}
