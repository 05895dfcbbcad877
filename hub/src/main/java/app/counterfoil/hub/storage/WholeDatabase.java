package app.counterfoil.hub.storage;

import app.counterfoil.postgres.EmbeddedPostgres;
import app.counterfoil.postgres.ServerAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database of an installation past the guard that keeps sellers apart: for a copy of all of it, and for bringing one
 * back. Nothing else may reach for it.
 */
public final class WholeDatabase implements AutoCloseable {

    /** The folder of the embedded database in the home of an installation. */
    public static final String FOLDER = "database";

    private final Optional<EmbeddedPostgres> started;
    private final ServerAddress everything;
    private final Optional<Database.Access> access;

    WholeDatabase(Optional<EmbeddedPostgres> started, ServerAddress everything, Optional<Database.Access> access) {
        this.started = started;
        this.everything = everything;
        this.access = access;
    }

    /**
     * The database that is there: joined where it runs, an outside one included, and otherwise started until this is
     * closed.
     *
     * @throws NoInstallation if there is none
     * @throws NoRoleForAll if the database is an outside one and no role was named that may read all of it
     */
    public static WholeDatabase of(StorageSettings settings) {
        if (settings.db().isGiven()) {
            return outside(settings.db());
        }
        var home = settings.home().toAbsolutePath().normalize();
        var folder = home.resolve(FOLDER);
        if (!Files.exists(folder.resolve("data"))) {
            throw new NoInstallation(home);
        }
        return EmbeddedPostgres.running(folder)
                .map(running -> new WholeDatabase(Optional.empty(), inside(running), Optional.empty()))
                .orElseGet(() -> started(home, folder, false));
    }

    /**
     * The embedded database in this folder, with its roles and an empty schema if it is new; closed with this.
     *
     * @param home the installation, whose programs it is run with
     * @throws app.counterfoil.postgres.FolderInUse if a hub runs on it
     */
    public static WholeDatabase startedIn(Path folder, Path home) {
        return started(
                home.toAbsolutePath().normalize(), folder.toAbsolutePath().normalize(), true);
    }

    /** A connection that sees the rows of all sellers; a row it would not be shown is an error, not a gap. */
    public Connection connect() throws SQLException {
        var signIn = new Properties();
        signIn.putAll(
                Map.of("user", everything.user(), "password", everything.password(), "logServerErrorDetail", "false"));
        var connection = DriverManager.getConnection(everything.jdbcUrl(), signIn);
        connection.setSchema(Database.SCHEMA);
        try (var statement = connection.createStatement()) {
            statement.execute("SET row_security = off; SET TIME ZONE 'UTC'");
        }
        return connection;
    }

    /** What the time is on the server. */
    public Instant now() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT date_trunc('second', now())")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    /** The application's way in, with all its guards. */
    public DataSource application() {
        var app = roles();
        var source = new DriverManagerDataSource(app.url(), app.app(), app.appPassword());
        // An outside address may have settings of its own behind it.
        var settings = new Properties();
        settings.putAll(Map.of("logServerErrorDetail", "false", "currentSchema", Database.SCHEMA));
        source.setConnectionProperties(settings);
        return source;
    }

    /** Brings the schema to what this program needs. */
    public void migrate() {
        Database.migrate(roles());
    }

    /** Brings an empty schema to an earlier version of it. */
    public void migrateTo(String version) {
        Database.migrateTo(roles(), version);
    }

    /** Whether anything of any seller is in it. */
    public boolean holdsSellers() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var row = statement.executeQuery(
                    """
                    SELECT attrelid::regclass FROM pg_attribute JOIN pg_class ON oid = attrelid
                     WHERE attname = 'seller_id' AND relkind IN ('r', 'p') AND NOT relispartition
                       AND relnamespace = to_regnamespace('counterfoil')
                    """)) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (var table : tables) {
                try (var row = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM " + table + ")")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    @Override
    public void close() {
        started.ifPresent(EmbeddedPostgres::close);
    }

    private Database.Access roles() {
        return access.orElseThrow(
                () -> new IllegalStateException("Only a database that was started here is migrated or worked in."));
    }

    private static WholeDatabase started(Path home, Path folder, boolean withRoles) {
        var server = EmbeddedPostgres.start(Database.serverIn(folder, home));
        try {
            var access = withRoles
                    ? Optional.of(Roles.access(server, folder, Database.SCHEMA))
                    : Optional.<Database.Access>empty();
            return new WholeDatabase(Optional.of(server), inside(server.superuser()), access);
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    private static WholeDatabase outside(StorageSettings.OutsideDatabase db) {
        if (db.backup().isBlank()) {
            throw new NoRoleForAll();
        }
        return new WholeDatabase(
                Optional.empty(), new ServerAddress(db.safeUrl(), db.backup(), db.backupPassword()), Optional.empty());
    }

    private static ServerAddress inside(ServerAddress superuser) {
        return superuser.database(Roles.DATABASE);
    }
}
