package app.counterfoil.vault.store;

import app.counterfoil.postgres.EmbeddedPostgres;
import app.counterfoil.postgres.EmbeddedPostgresSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;

/** One real server for all the vault's tests of a program; started by the first that needs it, gone with the program. */
final class VaultServer {

    private static final EmbeddedPostgres SERVER = start();

    private VaultServer() {}

    /** Makes a database that is like another, to which nobody is connected, and tells its name. */
    static String copyOf(String template) {
        var name = "vault_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = asSuperuser(SERVER.superuser().jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return name;
    }

    /** Where to find a database of this server. */
    static String addressOf(String database) {
        return SERVER.superuser().database(database).jdbcUrl();
    }

    /** A connection to a database of this server, past every guard. */
    static Connection asSuperuser(String address) throws SQLException {
        return asSuperuser(SERVER, address);
    }

    private static Connection asSuperuser(EmbeddedPostgres server, String address) throws SQLException {
        var superuser = server.superuser();
        return DriverManager.getConnection(address, superuser.user(), superuser.password());
    }

    private static EmbeddedPostgres start() {
        var folder = Path.of("target/postgres-" + System.getProperty("counterfoil.fork", "1"));
        // Most of its databases are of tests that are done, and need no looking after.
        var server = EmbeddedPostgres.start(
                EmbeddedPostgresSettings.in(folder).withParameters(Map.of("autovacuum_naptime", "10min")));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        dropWhatEarlierRunsLeft(server);
        return server;
    }

    private static void dropWhatEarlierRunsLeft(EmbeddedPostgres server) {
        try (var connection = asSuperuser(server, server.superuser().jdbcUrl());
                var statement = connection.createStatement()) {
            var left = new ArrayList<String>();
            try (var found = statement.executeQuery("SELECT datname FROM pg_database WHERE datname LIKE 'vault\\_%'")) {
                while (found.next()) {
                    left.add(found.getString(1));
                }
            }
            for (var name : left) {
                statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
