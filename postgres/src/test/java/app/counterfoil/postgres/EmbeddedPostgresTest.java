package app.counterfoil.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

    private static final Path BINARIES = Path.of("target/postgres-programs").toAbsolutePath();
    private static final String[] AS_NOBODY = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};

    private Path home;

    @BeforeEach
    void aFolderOfItsOwn() throws IOException {
        home = Path.of("target/homes", UUID.randomUUID().toString()).toAbsolutePath();
        Files.createDirectories(home);
    }

    @AfterEach
    void theFolderGoes() throws IOException {
        try (var inside = Files.walk(home)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Test
    void whatWasCommittedIsThereAfterARestart() throws SQLException {
        try (var server = start()) {
            write(server.superuser());
        }
        try (var server = start()) {
            assertThat(rows(server.superuser())).isOne();
        }
    }

    @Test
    void itsOwnSettingsAreSafe() throws SQLException {
        try (var server = start();
                var connection = connect(server.superuser())) {
            SafeSettings.require(connection);
        }
    }

    @Test
    void itListensOnLoopbackAloneAndAsksForThePassword() throws SQLException, IOException {
        try (var server = start();
                var connection = connect(server.superuser())) {
            assertThat(ask(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(connection, "SHOW unix_socket_directories")).isEmpty();
            var address = server.superuser();
            assertThatThrownBy(() -> connect(new ServerAddress(address.jdbcUrl(), address.user(), "wrong")))
                    .isInstanceOf(SQLException.class);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("data"))))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("superuser.password"))))
                    .isEqualTo("rw-------");
            assertThat(address.toString()).doesNotContain(address.password());
        }
    }

    @Test
    void nothingOfThisProgramsEnvironmentIsTheServersToo() throws IOException {
        assertThat(System.getenv())
                .as("what the build gives every test")
                .containsKey("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
        try (var server = start()) {
            assertThat(server.superuser().user()).isEqualTo("postgres");
            var process =
                    Files.readAllLines(home.resolve("data/postmaster.pid")).get(0);
            assertThat(Files.readString(Path.of("/proc", process, "environ"), StandardCharsets.ISO_8859_1))
                    .contains("PATH=")
                    .doesNotContain("PLAYWRIGHT");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgresql.log"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedClearly() throws IOException {
        try (var server = start()) {
            assertThatThrownBy(this::start).isInstanceOf(FolderInUse.class);
            try (var other = HeldServer.start(home, BINARIES)) {
                assertThat(other.said()).startsWith("REFUSED FolderInUse");
            }
            assertThat(server.superuser().user()).isEqualTo("postgres");
        }
    }

    @Test
    void killingTheProgramStopsTheServerAndLosesNothing() throws IOException, SQLException {
        var held = HeldServer.start(home, BINARIES);
        write(held.address());
        var guard = held.guard().orElseThrow();
        held.kill();
        guard.onExit().join();
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
        assertRowIsThereAfterStart();
    }

    @Test
    void anOrphanedServerIsStoppedAtTheNextStart() throws IOException, SQLException {
        var held = HeldServer.start(home, BINARIES);
        write(held.address());
        var guard = held.guard().orElseThrow();
        guard.children().filter(child -> child.pid() != postmasterPid()).forEach(ProcessHandle::destroyForcibly);
        guard.destroyForcibly();
        held.kill();
        assertThat(ProcessHandle.of(postmasterPid())).isPresent();
        assertRowIsThereAfterStart();
    }

    @Test
    void aStalePidFileDoesNotStandInTheWay() throws IOException, SQLException {
        try (var server = start()) {
            write(server.superuser());
        }
        Files.writeString(
                home.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n/elsewhere\n");
        assertRowIsThereAfterStart();
    }

    @Test
    void aKilledServerComesUpAgainByItself() throws SQLException {
        try (var server = start()) {
            write(server.superuser());
            var postmaster = ProcessHandle.of(postmasterPid()).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
            assertThat(rowsOnceItAnswers(server.superuser())).isOne();
        }
    }

    @Test
    void itRunsForAnOrdinaryUserToo() throws IOException, SQLException {
        assumeRoot();
        Files.setAttribute(home, "unix:uid", 65_534);
        try (var first = start()) {
            assertThat(first.superuser().jdbcUrl()).contains("127.0.0.1");
        }
        theFolderGoes();
        Files.createDirectories(home);
        Files.setAttribute(home, "unix:uid", 65_534);
        try (var held = HeldServer.start(home, BINARIES, AS_NOBODY)) {
            assertThat(held.said()).startsWith("UP ");
            write(held.address());
            assertThat(rows(held.address())).isOne();
        }
    }

    @Test
    void itRunsForRootInAFolderThatNobodyElseCanReach() throws IOException, SQLException {
        assumeRoot();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        try (var server = start()) {
            write(server.superuser());
        }
        assertRowIsThereAfterStart();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldClearly() throws IOException {
        assumeRoot();
        try (var held = HeldServer.start(home, BINARIES, AS_NOBODY)) {
            assertThat(held.said()).startsWith("REFUSED FolderUnusable");
        }
    }

    @Test
    void aFullDiskIsToldClearly() throws IOException, InterruptedException {
        assumeRoot();
        var mounted =
                new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=8m,mode=755", "tmpfs", home.toString()).start();
        assumeTrue(mounted.waitFor() == 0, "SKIPPED: this machine does not let us make a small disk.");
        try {
            assertThatThrownBy(this::start).isInstanceOfSatisfying(DiskFull.class, full -> assertThat(full.mend())
                    .contains("Free at least"));
        } finally {
            new ProcessBuilder("umount", home.toString()).start().waitFor();
        }
    }

    @Test
    void aDiskThatFilledUpLaterIsToldClearlyToo() throws IOException, InterruptedException, SQLException {
        assumeRoot();
        var mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=160m,mode=755", "tmpfs", home.toString())
                .start();
        assumeTrue(mounted.waitFor() == 0, "SKIPPED: this machine does not let us make a small disk.");
        var filler = home.resolve("filler");
        try {
            try (var server = start()) {
                write(server.superuser());
            }
            // A new start would free this page and live on it a little longer.
            Files.delete(home.resolve("postgresql.log"));
            fill(filler);
            assertThatThrownBy(this::start).isInstanceOf(DiskFull.class);
            Files.delete(filler);
            try (var server = start();
                    var connection = connect(server.superuser());
                    var statement = connection.createStatement()) {
                assertThat(rows(server.superuser())).isOne();
                fill(filler);
                assertThatThrownBy(() -> statement.execute(
                                "CREATE TABLE big AS SELECT repeat('x', 1000) FROM generate_series(1, 50000)"))
                        .satisfies(failed -> assertThat(DiskFull.toldBy(new IllegalStateException(failed), "there"))
                                .hasValueSatisfying(full ->
                                        assertThat(full).hasMessageContaining("no room left on the disk of there")));
                Files.delete(filler);
            }
        } finally {
            new ProcessBuilder("umount", home.toString()).start().waitFor();
        }
    }

    private static void fill(Path filler) throws IOException {
        var piece = new byte[4096];
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    @Test
    void whereRootFindsNobodyToRunTheServerItSaysWhatToDo() throws IOException, InterruptedException {
        assumeRoot();
        // Within a namespace of its own root can be denied further ones, without touching the machine.
        var denied = new String[] {
            "unshare", "-U", "-r", "sh", "-c", "echo 0 > /proc/sys/user/max_user_namespaces && exec \"$0\" \"$@\""
        };
        assumeTrue(
                new ProcessBuilder("unshare", "-U", "-r", "sh", "-c", "echo 0 > /proc/sys/user/max_user_namespaces")
                                .start()
                                .waitFor()
                        == 0,
                "SKIPPED: this machine does not allow user namespaces.");
        try (var held = HeldServer.start(home, BINARIES, denied)) {
            assertThat(held.said())
                    .startsWith("REFUSED NoUserForServer")
                    .contains("the user nobody cannot reach " + home);
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(EmbeddedPostgresSettings.in(home).withBinaries(BINARIES));
    }

    private void assertRowIsThereAfterStart() throws SQLException {
        try (var server = start()) {
            assertThat(rows(server.superuser())).isOne();
        }
    }

    private long postmasterPid() {
        try (var lines = Files.lines(home.resolve("data/postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void write(ServerAddress address) throws SQLException {
        try (var connection = connect(address);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (number integer PRIMARY KEY)");
            statement.execute("INSERT INTO kept VALUES (1)");
        }
    }

    private static long rows(ServerAddress address) throws SQLException {
        try (var connection = connect(address)) {
            return Long.parseLong(ask(connection, "SELECT count(*) FROM kept"));
        }
    }

    private static long rowsOnceItAnswers(ServerAddress address) {
        for (int attempt = 0; ; attempt++) {
            try {
                return rows(address);
            } catch (SQLException notYet) {
                if (attempt > 500_000) {
                    throw new AssertionError("the server did not come up again", notYet);
                }
                Thread.onSpinWait();
            }
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(question)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(ServerAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    private static void assumeRoot() {
        assumeTrue("root".equals(System.getProperty("user.name")), "SKIPPED: needs root to act as two users.");
    }
}
