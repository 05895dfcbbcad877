package app.counterfoil.vault.sql;

import java.sql.SQLException;

/** The database refused or lost a statement of the vault. Carries the state code, never the statement or a value. */
final class VaultStoreFailed extends RuntimeException {

    VaultStoreFailed(SQLException failure) {
        super("The database did not carry out a statement of the vault (SQL state " + failure.getSQLState()
                + "); its own log says why.");
        setStackTrace(failure.getStackTrace());
    }
}
