package app.counterfoil.vault.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs statements on one connection, in whatever transaction that is: every statement of the vault goes through here. A
 * failure tells its state code, never the statement or a value.
 */
public class Statements {

    /** Turns one row into a value. */
    public interface RowReader<T> {
        /** The value of the row. */
        T read(ResultSet row) throws SQLException;
    }

    /** Looks at one row. */
    public interface RowVisitor {
        /** Looks at the row. */
        void visit(ResultSet row) throws SQLException;
    }

    private static final int ROWS_AT_ONCE = 2_000;

    private final Connection connection;

    /** Statements on this connection, which its caller commits and closes. */
    public Statements(Connection connection) {
        this.connection = connection;
    }

    /** Runs a statement that changes rows and tells how many. An {@link Instant} may be a parameter. */
    public int change(String sql, Object... parameters) {
        try (var statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    /** Runs a statement and visits each row it returns. */
    public void each(RowVisitor visitor, String sql, Object... parameters) {
        try (var statement = prepare(sql, parameters)) {
            visit(visitor, statement);
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    /** Like {@link #each}, for more rows than should be held at once: they are fetched as they are visited. */
    public void stream(RowVisitor visitor, String sql, Object... parameters) {
        try (var statement = prepare(sql, parameters)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            visit(visitor, statement);
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    /** Until the transaction ends, statements are planned by their values, never by what is usual: tokens are rare or not. */
    public void planByValues() {
        each(row -> {}, "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)");
    }

    /** Runs a statement that returns rows. */
    public <T> List<T> rows(RowReader<T> reader, String sql, Object... parameters) {
        var read = new ArrayList<T>();
        each(row -> read.add(reader.read(row)), sql, parameters);
        return read;
    }

    /** Works in the running transaction; if it fails, the transaction is as if none of this work had been done. */
    public <T> T undoneUnlessItEnds(Supplier<T> work) {
        try {
            var before = connection.setSavepoint();
            try {
                var result = work.get();
                connection.releaseSavepoint(before);
                return result;
            } catch (RuntimeException failed) {
                undo(before, failed);
                throw failed;
            }
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    private void undo(Savepoint before, RuntimeException because) {
        try {
            connection.rollback(before);
        } catch (SQLException failed) {
            // Then the connection is lost, and with it everything that the transaction has done.
            because.addSuppressed(new VaultStoreFailed(failed));
        }
    }

    /** An array parameter of the given PostgreSQL type. */
    public Array array(String type, Collection<?> values) {
        return array(type, values.toArray());
    }

    /** An array parameter of the given PostgreSQL type, of what each of these has to say. */
    public <T> Array array(String type, Collection<T> values, Function<? super T, ?> said) {
        return array(type, values.stream().map(said).toArray());
    }

    /** An array parameter of byte strings. */
    public Array byteArrays(Collection<byte[]> values) {
        return array("bytea", values.toArray(byte[][]::new));
    }

    private Array array(String type, Object[] values) {
        try {
            return connection.createArrayOf(type, values);
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    private static void visit(RowVisitor visitor, PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                visitor.visit(row);
            }
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            var value = parameters[i];
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        return statement;
    }
}
