package app.counterfoil.vault.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** One seller's rows within one transaction: every statement of the vault goes through here. */
final class SellerRows {

    /** Turns one row into a value. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static final int ROWS_AT_ONCE = 2_000;

    private final UUID seller;
    private final Connection connection;

    SellerRows(UUID seller, Connection connection) {
        this.seller = seller;
        this.connection = connection;
    }

    UUID seller() {
        return seller;
    }

    /** Runs a statement that changes rows and tells how many. */
    int change(String sql, Object... parameters) {
        try (var statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    /** Looks at one row. */
    interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }

    /** Runs a statement and visits each row it returns. */
    void each(RowVisitor visitor, String sql, Object... parameters) {
        try (var statement = prepare(sql, parameters);
                var result = statement.executeQuery()) {
            while (result.next()) {
                visitor.visit(result);
            }
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    /** Like {@link #each}, for more rows than should be held at once: they are fetched as they are visited. */
    void stream(RowVisitor visitor, String sql, Object... parameters) {
        try (var statement = prepare(sql, parameters)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    visitor.visit(result);
                }
            }
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    /** Until the transaction ends, statements are planned by their values, never by what is usual: tokens are rare or not. */
    void planByValues() {
        each(row -> {}, "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)");
    }

    /** Runs a statement that returns rows. */
    <T> List<T> rows(RowReader<T> reader, String sql, Object... parameters) {
        var read = new ArrayList<T>();
        each(row -> read.add(reader.read(row)), sql, parameters);
        return read;
    }

    /** An array parameter of the given PostgreSQL type. */
    Array array(String type, Collection<?> values) {
        try {
            return connection.createArrayOf(type, values.toArray());
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    /** An array parameter of byte strings. */
    Array byteArrays(List<byte[]> values) {
        try {
            return connection.createArrayOf("bytea", values.toArray(byte[][]::new));
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            var value = parameters[i];
            statement.setObject(i + 1, value instanceof Instant instant ? utc(instant) : value);
        }
        return statement;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
