package app.counterfoil.hub.storage;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every column of the database says it holds, read from the database itself. */
final class ColumnRegistry {

    private final JdbcClient db;

    ColumnRegistry(JdbcClient db) {
        this.db = db;
    }

    /** Every column of every table, table by table in the order of its columns; partitions are their parent's. */
    List<Column> columns() {
        return db.sql(
                        """
                SELECT c.relname AS table_name, a.attname AS column_name,
                       split_part(col_description(c.oid, a.attnum), ': ', 1) AS class,
                       substr(col_description(c.oid, a.attnum),
                              strpos(col_description(c.oid, a.attnum), ': ') + 2) AS sentence
                  FROM pg_class c
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                 WHERE c.relnamespace = 'counterfoil'::regnamespace AND c.relkind IN ('r', 'p')
                   AND NOT c.relispartition AND c.relname <> 'flyway_schema_history'
                 ORDER BY c.relname, a.attnum
                """)
                .query((row, number) -> new Column(
                        row.getString("table_name"),
                        row.getString("column_name"),
                        ColumnClass.of(row.getString("class")),
                        row.getString("sentence")))
                .list();
    }

    /**
     * One column.
     *
     * @param table the table it is in
     * @param name its name there
     * @param holds what kind of thing it holds
     * @param sentence what it means, with its unit, values or source
     */
    record Column(String table, String name, ColumnClass holds, String sentence) {}
}
