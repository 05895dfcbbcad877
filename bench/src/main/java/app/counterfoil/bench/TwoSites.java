package app.counterfoil.bench;

import app.counterfoil.postgres.EmbeddedPostgres;
import app.counterfoil.postgres.EmbeddedPostgresSettings;
import app.counterfoil.postgres.Fence;
import app.counterfoil.postgres.Following;
import app.counterfoil.postgres.Standby;
import app.counterfoil.postgres.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/** Two database servers on this machine of which one follows the other, and changes places with it when that is killed. */
final class TwoSites implements AutoCloseable {

    private static final String STANDBY = "second";
    private static final String PASSWORD = "of the drill alone";

    /** The driver asks each server again whether it takes orders now, instead of believing what it saw 10 s ago. */
    private static final String FIND_PRIMARY = "?targetServerType=primary&hostRecheckSeconds=0&connectTimeout=5";

    private final Path folder = Files.createTempDirectory("counterfoil-sites");
    private final boolean waits;
    private Site primary;
    private Site standby;

    private record Site(Path home, int port, EmbeddedPostgres server) {}

    /** {@code waits}: whether the first confirms nothing that the second has not on its disk. */
    TwoSites(boolean waits) throws IOException, SQLException {
        this.waits = waits;
        primary = started(folder.resolve("first"), freePort());
        makeRoles();
        standby = copied(folder.resolve("second"), freePort());
    }

    /** What a hub is told, so that it finds the server that takes orders. */
    List<String> settings() {
        return List.of(
                "--counterfoil.db.url=" + url(),
                "--counterfoil.db.owner-password=" + PASSWORD,
                "--counterfoil.db.app-password=" + PASSWORD,
                // That the database goes away is what the drill is about.
                "--logging.level.root=off",
                "--logging.level.com.zaxxer.hikari=off");
    }

    /** The application's way to the server that takes orders. */
    Connection app() throws SQLException {
        return DriverManager.getConnection(url(), "counterfoil_app", PASSWORD);
    }

    /** Everybody's data, past row level security, to look whether it is there. */
    Connection superuser() throws SQLException {
        var address = primary.server().superuser().database("counterfoil");
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    /** Ends the first process of the server that takes orders, or all of them at once, as a power cut would. */
    void kill(boolean everyProcess) throws IOException {
        var lines = Files.readAllLines(primary.home().resolve("data/postmaster.pid"));
        var postmaster = ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElseThrow();
        var others = everyProcess ? postmaster.children().toList() : List.<ProcessHandle>of();
        postmaster.destroyForcibly();
        others.forEach(ProcessHandle::destroyForcibly);
    }

    /** The same for good: the site is lost, so whatever was not sent yet never will be. */
    void lose(boolean everyProcess) throws IOException {
        // What looks after the server would start it again, and it would still send what it has.
        Files.createFile(primary.home().resolve("fenced"));
        kill(everyProcess);
    }

    /** The lost server is fenced off and the other takes over. */
    void failOver() {
        primary.server().close();
        Fence.raise(primary.home());
        Standby.promote(standby.server().superuser());
        var gone = primary;
        primary = standby;
        standby = gone;
    }

    /** Where the lost one was, a copy of the one that took over follows it from now on. */
    void copyAnew() throws IOException, SQLException {
        FileSystemUtils.deleteRecursively(standby.home());
        standby = copied(standby.home(), standby.port());
    }

    @Override
    public void close() throws IOException {
        standby.server().close();
        primary.server().close();
        FileSystemUtils.deleteRecursively(folder);
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/counterfoil".formatted(primary.port(), standby.port())
                + FIND_PRIMARY;
    }

    private Site copied(Path home, int port) throws SQLException {
        Standby.copy(primary.home(), home, Following.onLoopback(STANDBY));
        var site = started(home, port);
        var server = primary.server().superuser();
        if (waits) {
            Waiting.beginFor(server, STANDBY);
        }
        while (Waiting.standings(server).stream().noneMatch(Waiting.Standing::following)) {
            LockSupport.parkNanos(1_000_000);
        }
        return site;
    }

    private Site started(Path home, int port) {
        var parameters = Map.of("shared_buffers", "128MB", "max_wal_size", "2GB", "max_connections", "60");
        var settings = new EmbeddedPostgresSettings(home, SharedPrograms.folder(), port, parameters);
        return new Site(home, port, EmbeddedPostgres.start(settings));
    }

    private void makeRoles() throws SQLException {
        var server = primary.server();
        var address = server.superuser();
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE counterfoil_owner LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE ROLE counterfoil_app LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE counterfoil OWNER counterfoil_owner TEMPLATE template0");
        }
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA counterfoil AUTHORIZATION counterfoil_owner");
            statement.execute("GRANT USAGE ON SCHEMA counterfoil TO counterfoil_app");
            statement.execute("CREATE SCHEMA drill");
            statement.execute("CREATE TABLE drill.noted (number bigint PRIMARY KEY)");
            statement.execute("GRANT USAGE ON SCHEMA drill TO counterfoil_app");
            statement.execute("GRANT INSERT ON drill.noted TO counterfoil_app");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
