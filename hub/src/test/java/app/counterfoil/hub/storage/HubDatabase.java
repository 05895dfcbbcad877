package app.counterfoil.hub.storage;

import app.counterfoil.postgres.EmbeddedPostgres;
import app.counterfoil.postgres.EmbeddedPostgresSettings;
import app.counterfoil.postgres.FolderInUse;
import app.counterfoil.postgres.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A migrated database of its own for each test class, copied from a template on one real, durable server for the whole
 * run. A plain test asks for {@link #fresh}; a test of the whole application registers {@link #properties} too.
 */
public final class HubDatabase {

    /** The programs of the server, which those who test share. */
    public static final Path PROGRAMS = Path.of("target/postgres-binaries").toAbsolutePath();

    private static final Path HOME = Path.of("target").toAbsolutePath();
    /** Several programs test at the same time, each on a server of its own. */
    private static final String SERVER = "hub-database-" + System.getProperty("counterfoil.fork", "1");

    private static final String TEMPLATE = "counterfoil";

    private final Database.Access access;
    private final ServerAddress superuser;
    private final Path home;

    private HubDatabase(Database.Access access, ServerAddress superuser, Path home) {
        this.access = access;
        this.superuser = superuser;
        this.home = home;
    }

    /** Where the server of this run keeps everything. */
    public static Path serverFolder() {
        return Server.FOLDER.get();
    }

    /** A database with every migration applied and nothing in it. */
    public static HubDatabase fresh() {
        var name = "t_" + UUID.randomUUID().toString().replace("-", "");
        var template = Server.TEMPLATE_ACCESS;
        Server.copyTemplateTo(name);
        var superuser = Server.POSTGRES.superuser().database(name);
        var access = new Database.Access(
                superuser.jdbcUrl(),
                template.owner(),
                template.ownerPassword(),
                template.app(),
                template.appPassword());
        return new HubDatabase(access, superuser, HOME.resolve("homes").resolve(name));
    }

    /** Makes an application under test use this database and a home folder of its own, and start no job by itself. */
    public void properties(DynamicPropertyRegistry registry) {
        settings().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("db-scheduler.enabled", () -> "false");
    }

    /** The settings that lead to this database and its home folder, by name. */
    public Map<String, String> settings() {
        return Map.of(
                "counterfoil.home", home.toString(),
                "counterfoil.db.url", access.url(),
                "counterfoil.db.owner", access.owner(),
                "counterfoil.db.owner-password", access.ownerPassword(),
                "counterfoil.db.app", access.app(),
                "counterfoil.db.app-password", access.appPassword());
    }

    /** The application's way in: a new connection each time, row level security in force. */
    public DataSource app() {
        return source(access.app(), access.appPassword());
    }

    /** The owner's way in: may change tables, and is held to row level security as well. */
    public DataSource owner() {
        return source(access.owner(), access.ownerPassword());
    }

    /** Past every guard, for what an attacker or a test's last look would do. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password());
    }

    /** Changes something past the program and past every guard. */
    public void change(String sql) {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The number that the query answers, past every guard. */
    public long count(String sql) {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The whole of it, as a backup reads it. */
    public WholeDatabase whole() {
        return new WholeDatabase(Optional.empty(), superuser, Optional.of(access));
    }

    /** The same as it would be read by a role that is held to row level security. */
    public WholeDatabase wholeAsOwner() {
        return new WholeDatabase(
                Optional.empty(),
                new ServerAddress(superuser.jdbcUrl(), access.owner(), access.ownerPassword()),
                Optional.empty());
    }

    /** The name of the role the application works as. */
    public String appRole() {
        return access.app();
    }

    private DataSource source(String user, String password) {
        var source = new DriverManagerDataSource(access.url(), user, password);
        var settings = new Properties();
        settings.putAll(Map.of(
                "currentSchema", "counterfoil", "logServerErrorDetail", "false", "reWriteBatchedInserts", "true"));
        source.setConnectionProperties(settings);
        return source;
    }

    /** Started by the first test that needs it; ends with the run. */
    private static final class Server {

        static final AtomicReference<Path> FOLDER = new AtomicReference<>(HOME.resolve(SERVER));
        static final EmbeddedPostgres POSTGRES = start();
        static final Database.Access TEMPLATE_ACCESS = migratedTemplate();

        private static EmbeddedPostgres start() {
            try {
                return start(FOLDER.get());
            } catch (FolderInUse anotherRun) {
                FOLDER.set(HOME.resolve(SERVER + "-" + ProcessHandle.current().pid()));
                return start(FOLDER.get());
            }
        }

        private static EmbeddedPostgres start(Path folder) {
            return EmbeddedPostgres.start(EmbeddedPostgresSettings.in(folder)
                    .withBinaries(PROGRAMS)
                    .withParameters(Map.of(
                            // Most of its databases are of classes that are done, and need no looking after.
                            "autovacuum_naptime", "10min", "shared_buffers", "64MB", "max_connections", "500")));
        }

        private static Path passwords() {
            try {
                return Files.createDirectories(HOME.resolve(SERVER + "-passwords"));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /** Nobody is connected to the template, so it can be copied. */
        private static void copyTemplateTo(String name) {
            var superuser = POSTGRES.superuser();
            try (var connection =
                            DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password());
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        /** What an earlier run left goes first: its migrations may have been others. */
        private static Database.Access migratedTemplate() {
            var superuser = POSTGRES.superuser();
            try (var connection =
                            DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password());
                    var statement = connection.createStatement()) {
                var left = new ArrayList<String>();
                try (var found = statement.executeQuery(
                        "SELECT datname FROM pg_database WHERE datname = '" + TEMPLATE + "' OR datname LIKE 't\\_%'")) {
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
            var access = Roles.access(POSTGRES, passwords(), "counterfoil");
            Database.migrate(access);
            return access;
        }
    }

    /**
     * Gives a test a database of its own in place of the one that its base class shares: for those that move the clock so
     * far that the others would find nothing.
     */
    public static final class Own implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(fresh().settings()).applyTo(context);
        }
    }
}
