package app.counterfoil.hub.storage;

import app.counterfoil.postgres.DiskFull;
import app.counterfoil.postgres.EmbeddedPostgres;
import app.counterfoil.postgres.PasswordFile;
import app.counterfoil.postgres.ServerAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * The two roles of the embedded database: one owns everything and migrates it, the other works and owns nothing. Their
 * passwords are random and lie beside the data, readable by its owner alone.
 */
final class Roles {

    private static final String OWNER = "counterfoil_owner";
    private static final String APP = "counterfoil_app";
    /**
     * What the indexes of searches answer by. Where rows are guarded, PostgreSQL lets an index answer only by functions of
     * which it is said that they tell nothing of the rows they refuse; it says so of none that is meant for every type. With
     * numbers, ids and texts of a built-in collation, which are all that is here, these two can neither fail nor tell.
     */
    private static final List<String> INDEXED_BY =
            List.of("pg_catalog.arraycontains(anyarray, anyarray)", "pg_catalog.upper(text)");

    static final String DATABASE = "counterfoil";

    private Roles() {}

    static Database.Access access(EmbeddedPostgres server, Path folder, String schema) {
        var ownerPassword = PasswordFile.readOrMake(folder.resolve("owner.password"));
        var appPassword = PasswordFile.readOrMake(folder.resolve("app.password"));
        var superuser = server.superuser();
        try (var connection =
                DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password())) {
            makeRole(connection, OWNER, ownerPassword);
            makeRole(connection, APP, appPassword);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
                run(connection, "CREATE DATABASE " + DATABASE + " OWNER " + OWNER + " TEMPLATE template0");
            }
        } catch (SQLException failed) {
            throw refusal(folder, superuser, failed);
        }
        var inside = superuser.database(DATABASE);
        try (var connection = DriverManager.getConnection(inside.jdbcUrl(), inside.user(), inside.password())) {
            run(connection, "CREATE SCHEMA IF NOT EXISTS " + schema + " AUTHORIZATION " + OWNER);
            run(connection, "GRANT USAGE ON SCHEMA " + schema + " TO " + APP);
            run(connection, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
            for (var function : INDEXED_BY) {
                letIndexesAnswerBy(connection, function);
            }
        } catch (SQLException failed) {
            throw refusal(folder, inside, failed);
        }
        return new Database.Access(inside.jdbcUrl(), OWNER, ownerPassword, APP, appPassword);
    }

    /** The two roles of a server that another program has started; nothing is made or changed. */
    static Database.Access known(ServerAddress superuser, Path folder) {
        return new Database.Access(
                superuser.database(DATABASE).jdbcUrl(),
                OWNER,
                PasswordFile.readOrMake(folder.resolve("owner.password")),
                APP,
                PasswordFile.readOrMake(folder.resolve("app.password")));
    }

    private static RuntimeException refusal(Path folder, ServerAddress server, SQLException failed) {
        return DiskFull.toldBy(failed, folder.toString())
                .<RuntimeException>map(full -> full)
                .orElseGet(() -> new DatabaseUnreachable(server.jdbcUrl(), failed));
    }

    private static void letIndexesAnswerBy(Connection connection, String function) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_proc WHERE oid = ?::regprocedure AND proleakproof", function)) {
            run(connection, "ALTER FUNCTION " + function + " LEAKPROOF");
        }
    }

    private static void makeRole(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            run(connection, "CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS");
        }
        run(connection, "ALTER ROLE " + role + " PASSWORD '" + password + "'");
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
