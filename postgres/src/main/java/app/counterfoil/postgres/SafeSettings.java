package app.counterfoil.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Checks that a server keeps what it confirms; asked of every server at every start, the embedded one included. */
public final class SafeSettings {

    private SafeSettings() {}

    /**
     * @throws UnsafeServer if the server could lose or silently damage confirmed data
     * @throws SQLException if the server does not answer
     */
    public static void require(Connection connection) throws SQLException {
        require(connection, "fsync", Set.of("on"), "on");
        require(connection, "full_page_writes", Set.of("on"), "on");
        require(connection, "synchronous_commit", Set.of("on", "remote_apply", "remote_write"), "on");
        require(connection, "data_checksums", Set.of("on"), "on (pg_checksums --enable, while it is stopped)");
    }

    private static void require(Connection connection, String setting, Set<String> safe, String wanted)
            throws SQLException {
        try (var statement = connection.prepareStatement("SELECT current_setting(?)")) {
            statement.setString(1, setting);
            try (var result = statement.executeQuery()) {
                result.next();
                var found = result.getString(1);
                if (!safe.contains(found)) {
                    throw new UnsafeServer(setting, found, wanted);
                }
            }
        }
    }
}
