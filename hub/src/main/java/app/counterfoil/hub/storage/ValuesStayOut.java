package app.counterfoil.hub.storage;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Names a failed statement by its state, table, column and constraint. The driver's own message may show the values of
 * a row, and that of a batch its whole statement with them; so neither it nor the statement is passed on.
 */
final class ValuesStayOut implements SQLExceptionTranslator {

    private final SQLExceptionTranslator bySqlState = new SQLStateSQLExceptionTranslator();

    @Override
    public DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
        var plain = withoutValues(failure);
        var translated = bySqlState.translate(task, null, plain);
        return translated == null ? new UncategorizedSQLException(task, null, plain) : translated;
    }

    private static SQLException withoutValues(SQLException failure) {
        var said = new StringBuilder("SQL state ").append(failure.getSQLState());
        var source = failure instanceof BatchUpdateException && failure.getNextException() != null
                ? failure.getNextException()
                : failure;
        if (source instanceof PSQLException server && server.getServerErrorMessage() != null) {
            var message = server.getServerErrorMessage();
            append(said, "table", message.getTable());
            append(said, "column", message.getColumn());
            append(said, "constraint", message.getConstraint());
        }
        var plain = new SQLException(said.toString(), failure.getSQLState(), failure.getErrorCode());
        plain.setStackTrace(failure.getStackTrace());
        return plain;
    }

    private static void append(StringBuilder said, String what, @Nullable String name) {
        if (name != null) {
            said.append(", ").append(what).append(' ').append(name);
        }
    }
}
