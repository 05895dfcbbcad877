package app.counterfoil.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;

/** Counts, in the database itself, which statements the hub runs, what they take and what they write. */
final class Statements {

    private static final int TOP = 20;
    private static final int SHOWN = 100;

    private static final String ALL =
            """
            SELECT calls, total_exec_time, total_plan_time, rows, wal_bytes, regexp_replace(query, '\\s+', ' ', 'g') AS query
              FROM pg_stat_statements
             WHERE userid::regrole::text NOT IN (current_user, 'counterfoil_owner')
             ORDER BY total_exec_time + total_plan_time DESC
            """;

    private final Installation installation;

    /** Makes the database count; the hub starts anew for it, since a server learns to count at its start alone. */
    Statements(Installation installation) throws IOException, SQLException {
        this.installation = installation;
        try (var server = installation.superuser();
                var statement = server.createStatement()) {
            statement.execute("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
        }
        installation.startAnew();
        try (var server = installation.superuser();
                var statement = server.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
            statement.execute("ALTER SYSTEM SET pg_stat_statements.track_planning = on");
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** Counts from nothing. */
    void begin() throws IOException, SQLException {
        try (var server = installation.superuser();
                var statement = server.createStatement()) {
            statement.execute("SELECT pg_stat_statements_reset()");
        }
    }

    /** Prints what ran since then, for each of so many of these. */
    void tell(PrintStream out, int count, String each) throws IOException, SQLException {
        try (var server = installation.superuser()) {
            tell(server, out, count, each);
        }
    }

    private static void tell(Connection server, PrintStream out, int count, String each) throws SQLException {
        long calls = 0;
        double time = 0;
        double plan = 0;
        long wal = 0;
        var lines = new StringBuilder();
        try (var statement = server.createStatement();
                var row = statement.executeQuery(ALL)) {
            for (int place = 0; row.next(); place++) {
                calls += row.getLong("calls");
                time += row.getDouble("total_exec_time");
                plan += row.getDouble("total_plan_time");
                wal += row.getLong("wal_bytes");
                if (place < TOP) {
                    var query = row.getString("query");
                    lines.append("%7.2f %9.3f %9.3f %9.1f %9.2f  %s%n"
                            .formatted(
                                    row.getDouble("calls") / count,
                                    row.getDouble("total_exec_time") / count,
                                    row.getDouble("total_plan_time") / count,
                                    row.getDouble("rows") / count,
                                    row.getDouble("wal_bytes") / 1e3 / count,
                                    query.substring(0, Math.min(SHOWN, query.length()))));
                }
            }
        }
        out.println();
        out.println("%.2f statements %s, %.3f ms in the database and %.3f ms of planning, %.1f kB of its log"
                .formatted((double) calls / count, each, time / count, plan / count, wal / 1e3 / count));
        out.println("  calls        ms   plan ms      rows    log kB  statement, " + each);
        out.print(lines);
    }
}
