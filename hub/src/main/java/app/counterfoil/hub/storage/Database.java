package app.counterfoil.hub.storage;

import app.counterfoil.postgres.DiskFull;
import app.counterfoil.postgres.EmbeddedPostgres;
import app.counterfoil.postgres.EmbeddedPostgresSettings;
import app.counterfoil.postgres.SafeSettings;
import app.counterfoil.postgres.Standby;
import app.counterfoil.postgres.Waiting;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running database: started if it is ours, found safe, migrated by its owner, and opened for the application. */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    static final String SCHEMA = "counterfoil";
    private static final long IDLE_MILLIS = 60_000;
    private static final int CONNECTIONS = 20;
    /** A command leaves most of the server's connections to the hub that runs. */
    private static final int CONNECTIONS_OF_A_COMMAND = 6;

    private final Optional<EmbeddedPostgres> embedded;
    private final HikariDataSource pool;

    private Database(Optional<EmbeddedPostgres> embedded, HikariDataSource pool) {
        this.embedded = embedded;
        this.pool = pool;
    }

    static Database open(StorageSettings settings) {
        if (settings.db().isGiven()) {
            return new Database(Optional.empty(), prepared(outsideAccess(settings.db()), placeOf(settings.db())));
        }
        var home = settings.home().toAbsolutePath().normalize();
        var folder = folder(settings);
        Standby.refuseIfFollowing(folder);
        RestoreUnfinished.refuseIn(home);
        var server = EmbeddedPostgres.start(serverIn(folder, home));
        try {
            // Once more: a restore may have begun before the folder was ours.
            RestoreUnfinished.refuseIn(home);
            return new Database(Optional.of(server), prepared(Roles.access(server, folder, SCHEMA), folder.toString()));
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /**
     * The database for a command: joined where a hub runs it, or where it is an outside one, and started where none runs.
     * One that is joined is changed in nothing: whoever runs it has migrated it.
     *
     * @throws NoInstallation if there is none
     * @throws AnotherVersion if another version of the program runs it
     */
    static Database openOrJoin(StorageSettings settings) {
        if (settings.db().isGiven()) {
            return new Database(Optional.empty(), joined(outsideAccess(settings.db()), placeOf(settings.db())));
        }
        var folder = folder(settings);
        var running = EmbeddedPostgres.running(folder);
        if (running.isPresent()) {
            return new Database(Optional.empty(), joined(Roles.known(running.get(), folder), folder.toString()));
        }
        if (!Files.exists(folder.resolve("data"))) {
            throw new NoInstallation(settings.home());
        }
        return open(settings);
    }

    DataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        embedded.ifPresent(EmbeddedPostgres::close);
    }

    /** The embedded server in this folder of the installation. */
    static EmbeddedPostgresSettings serverIn(Path folder, Path home) {
        return EmbeddedPostgresSettings.in(folder)
                .withBinaries(binaries(home))
                .withParameters(Map.of("shared_buffers", "128MB", "max_wal_size", "2GB", "max_connections", "60"));
    }

    private static Path binaries(Path home) {
        var shared = System.getProperty("counterfoil.postgres.programs");
        return shared == null ? home.resolve("programs") : Path.of(shared);
    }

    private static Access outsideAccess(StorageSettings.OutsideDatabase db) {
        return new Access(db.safeUrl(), db.owner(), db.ownerPassword(), db.app(), db.appPassword());
    }

    private static Path folder(StorageSettings settings) {
        return settings.home().toAbsolutePath().normalize().resolve(WholeDatabase.FOLDER);
    }

    private static String placeOf(StorageSettings.OutsideDatabase db) {
        return db.url().replaceAll("\\?.*", "");
    }

    private interface Fitting {
        void fit(Access access);
    }

    private static HikariDataSource prepared(Access access, String place) {
        require(access, place, Database::migrate);
        return pool(access, CONNECTIONS);
    }

    private static HikariDataSource joined(Access access, String place) {
        require(access, place, Database::refuseUnlessMigrated);
        return pool(access, CONNECTIONS_OF_A_COMMAND);
    }

    /** The place is where the database lives, as somebody who has to make room there would look for it. */
    private static void require(Access access, String place, Fitting schema) {
        try (var owner = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
                var app = DriverManager.getConnection(access.url(), access.app(), access.appPassword())) {
            SafeSettings.require(owner);
            ApplicationRole.require(app, access.owner());
            if (Waiting.isInVain(owner)) {
                LOG.warn("The database waits for its standby, and none follows it: nothing goes on until one does."
                        + " Start it, or let the database go on by itself: ./counterfoil standby wait nobody");
            }
            schema.fit(access);
        } catch (SQLException | FlywayException failed) {
            throw DiskFull.toldBy(failed, place)
                    .<RuntimeException>map(full -> full)
                    .orElseGet(() -> failed instanceof SQLException unreachable
                            ? new DatabaseUnreachable(access.url(), unreachable)
                            : (FlywayException) failed);
        }
    }

    private static HikariDataSource pool(Access access, int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setUsername(access.app());
        config.setPassword(access.appPassword());
        config.setSchema(SCHEMA);
        config.setMaximumPoolSize(connections);
        // A server is shared by several nodes: what nobody uses is given back.
        config.setMinimumIdle(2);
        config.setIdleTimeout(IDLE_MILLIS);
        config.setPoolName("counterfoil");
        // What the server says about a failed row must not reach a log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    /** Brings the schema to what this program needs, as its owner. */
    static void migrate(Access access) {
        flyway(access).load().migrate();
    }

    static void migrateTo(Access access, String version) {
        var known = flyway(access).load().info().all();
        if (Arrays.stream(known).noneMatch(each -> version.equals(String.valueOf(each.getVersion())))) {
            throw new SchemaUnknown(version);
        }
        flyway(access).target(version).load().migrate();
    }

    private static void refuseUnlessMigrated(Access access) {
        if (!flyway(access).load().validateWithResult().validationSuccessful) {
            throw new AnotherVersion();
        }
    }

    private static FluentConfiguration flyway(Access access) {
        return Flyway.configure()
                .dataSource(access.url(), access.owner(), access.ownerPassword())
                .schemas(SCHEMA)
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", access.app()));
    }

    /** The two ways into the database: the owner migrates, the application works. */
    record Access(String url, String owner, String ownerPassword, String app, String appPassword) {
        @Override
        public String toString() {
            return "Access[" + url + "]";
        }
    }
}
