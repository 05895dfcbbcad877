package app.counterfoil.hub.safekeeping;

import app.counterfoil.vault.partition.Partitions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads from a database what there is in it. Partitions are their parent's. */
final class Catalogue {

    private static final String MIGRATIONS =
            """
            SELECT version, coalesce(checksum, 0) AS checksum FROM flyway_schema_history
             WHERE success AND version IS NOT NULL ORDER BY version::bigint
            """;
    private static final String TABLES =
            """
            SELECT quote_ident(c.relname) AS table_name, quote_ident(a.attname) AS column_name,
                   format_type(a.atttypid, a.atttypmod) AS type,
                   pg_table_size(c.oid) + (SELECT coalesce(sum(pg_table_size(relid)), 0)
                                             FROM pg_partition_tree(c.oid) WHERE isleaf) AS bytes
              FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
             WHERE c.relnamespace = 'counterfoil'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
               AND c.relname <> 'flyway_schema_history'
               AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
             ORDER BY c.relname, a.attnum
            """;
    private static final String SEQUENCES =
            """
            SELECT quote_ident(sequencename) AS name, last_value FROM pg_sequences
             WHERE schemaname = 'counterfoil' AND last_value IS NOT NULL ORDER BY 1
            """;

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    Manifest read() throws SQLException {
        return new Manifest(
                list(MIGRATIONS, row -> new Manifest.Migration(row.getString("version"), row.getString("checksum"))),
                tables(),
                list(SEQUENCES, row -> new Manifest.Sequence(row.getString("name"), row.getLong("last_value"))),
                new Partitions(connection).all());
    }

    private List<Manifest.Table> tables() throws SQLException {
        var columns = new LinkedHashMap<String, List<Manifest.Column>>();
        var bytes = new LinkedHashMap<String, Long>();
        list(TABLES, row -> {
            bytes.put(row.getString("table_name"), row.getLong("bytes"));
            return columns.computeIfAbsent(row.getString("table_name"), name -> new ArrayList<>())
                    .add(new Manifest.Column(row.getString("column_name"), row.getString("type")));
        });
        return columns.entrySet().stream()
                .map(table -> new Manifest.Table(
                        table.getKey(), List.copyOf(table.getValue()), bytes.getOrDefault(table.getKey(), 0L)))
                .toList();
    }

    private interface Reading<T> {
        T row(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, Reading<T> reading) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (row.next()) {
                rows.add(reading.row(row));
            }
            return List.copyOf(rows);
        }
    }
}
