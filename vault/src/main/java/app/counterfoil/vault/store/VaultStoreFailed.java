package app.counterfoil.vault.store;

import java.sql.SQLException;

/** The database refused or lost a statement of the vault. Carries the state code, never the statement or a value. */
final class VaultStoreFailed extends RuntimeException {

    private final String sqlState;

    VaultStoreFailed(SQLException failure) {
        super("The database did not carry out a statement of the vault (SQL state " + failure.getSQLState() + ").");
        this.sqlState = String.valueOf(failure.getSQLState());
        setStackTrace(failure.getStackTrace());
    }

    /** The SQL state, by which the caller knows whether trying again can help. */
    public String sqlState() {
        return sqlState;
    }
}
