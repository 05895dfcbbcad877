package app.counterfoil.vault.store;

import app.counterfoil.postgres.EmbeddedPostgres;
import app.counterfoil.postgres.EmbeddedPostgresSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;

/** One real server for all the vault's tests of a program; started by the first that needs it, gone with the program. */
final class VaultServer {

    private static final EmbeddedPostgres SERVER = start();

    private VaultServer() {}

    /** Makes a database with nothing in it, and tells its address. */
    static String emptyDatabase() {
        var name = "vault_" + UUID.randomUUID().toString().replace("-", "");
        var address = SERVER.superuser().jdbcUrl();
        try (var connection = asSuperuser(address);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return address.replaceAll("/[^/?]*(\\?|$)", "/" + name + "$1");
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
        var server = EmbeddedPostgres.start(
                EmbeddedPostgresSettings.in(Path.of("target/postgres-" + System.getProperty("counterfoil.fork", "1"))));
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
