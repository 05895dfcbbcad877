package app.counterfoil.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second server follows the first, takes over with all that was confirmed, and the first stays down. */
class StandbyTest {

    private static final Path BINARIES = Path.of("target/postgres-programs").toAbsolutePath();

    private Path first;
    private Path second;

    @BeforeEach
    void foldersOfTheirOwn() throws IOException {
        var homes = Files.createDirectories(
                Path.of("target/homes", UUID.randomUUID().toString()).toAbsolutePath());
        first = homes.resolve("first");
        second = homes.resolve("second");
    }

    @Test
    void whatWasConfirmedIsThereAfterTheStandbyHasTakenOver() throws Exception {
        var primary = start(first);
        write(primary.superuser(), "CREATE TABLE kept (number integer PRIMARY KEY)");
        write(primary.superuser(), "INSERT INTO kept SELECT generate_series(1, 5000)");
        Standby.copy(first, second, Following.onLoopback("second"));
        write(primary.superuser(), "INSERT INTO kept VALUES (5001)");
        try (var standby = start(second)) {
            Waiting.beginFor(primary.superuser(), "second");
            write(primary.superuser(), "INSERT INTO kept VALUES (5002)");
            ServerProcess.in(first).orElseThrow().destroyForcibly();
            Fence.raise(first);
            primary.close();

            Standby.promote(standby.superuser());

            assertThat(rows(standby.superuser())).isEqualTo(5002);
            write(standby.superuser(), "INSERT INTO kept VALUES (5003)");
        }
        try (var again = start(second)) {
            assertThat(rows(again.superuser())).isEqualTo(5003);
        }
    }

    @Test
    void whileItsStandbyIsAwayAPrimaryThatWaitsForItConfirmsNothing() throws Exception {
        try (var primary = start(first)) {
            write(primary.superuser(), "CREATE TABLE kept (number integer PRIMARY KEY)");
            Standby.copy(first, second, Following.onLoopback("second"));
            try (var standby = start(second)) {
                assertThat(standby.superuser().jdbcUrl()).contains("127.0.0.1");
                Waiting.beginFor(primary.superuser(), "second");
                assertThat(Waiting.standings(primary.superuser()))
                        .singleElement()
                        .satisfies(standing -> assertThat(standing.waitedFor()).isTrue());
                try (var connection = connect(primary.superuser())) {
                    assertThat(Waiting.isInVain(connection)).isFalse();
                }
            }
            try (var writer = connect(primary.superuser());
                    var statement = writer.createStatement()) {
                var writing = new Thread(() -> insert(statement));
                writing.start();
                while (waiting(primary.superuser()) == 0) {
                    assertThat(writing.isAlive()).isTrue();
                    Thread.onSpinWait();
                }
                assertThat(Waiting.standings(primary.superuser()))
                        .singleElement()
                        .satisfies(standing -> assertThat(standing.following()).isFalse());
                try (var connection = connect(primary.superuser())) {
                    assertThat(Waiting.isInVain(connection)).isTrue();
                    Waiting.end(primary.superuser());
                    writing.join();
                    assertThat(Waiting.isInVain(connection)).isFalse();
                }
            }
            assertThat(rows(primary.superuser())).isOne();
        }
    }

    @Test
    void aPrimaryThatWaitsForALostStandbyGoesOnWithANewOneThatWaitsForNobody() throws Exception {
        var third = second.resolveSibling("third");
        var primary = start(first);
        write(primary.superuser(), "CREATE TABLE kept (number integer PRIMARY KEY)");
        Standby.copy(first, second, Following.onLoopback("second"));
        try (var lost = start(second)) {
            Waiting.beginFor(primary.superuser(), "second");
            assertThat(lost.superuser().user()).isEqualTo("postgres");
        }
        Standby.copy(first, third, Following.onLoopback("second"));
        try (var standby = start(third)) {
            write(primary.superuser(), "INSERT INTO kept VALUES (1)");
            Fence.raise(first);
            primary.close();
            Standby.promote(standby.superuser());

            try (var connection = connect(standby.superuser())) {
                assertThat(Standby.ask(connection, "SHOW synchronous_standby_names"))
                        .isEmpty();
            }
            write(standby.superuser(), "INSERT INTO kept VALUES (2)");

            assertThat(rows(standby.superuser())).isEqualTo(2);
        }
    }

    @Test
    void aStandbyThatDoesNotFollowIsNotWaitedFor() throws Exception {
        try (var primary = start(first)) {
            Standby.copy(first, second, Following.onLoopback("second"));
            try (var standby = start(second)) {
                Waiting.beginFor(primary.superuser(), "second");
                assertThatThrownBy(() -> Standby.copy(first, second.resolve("third"), Following.onLoopback("second")))
                        .isInstanceOf(StandbyOutOfPlace.class)
                        .hasMessageContaining("follows this database just now");
                assertThatThrownBy(() -> Standby.copy(first, second, Following.onLoopback("another")))
                        .isInstanceOfAny(FolderHoldsData.class, FolderInUse.class);
                assertThat(standby.superuser().user()).isEqualTo("postgres");
            }
            assertThatThrownBy(() -> Standby.copy(first, second, Following.onLoopback("another")))
                    .isInstanceOf(FolderHoldsData.class);
        }
    }

    @Test
    void aFencedServerStaysDownEvenUnderAProgramThatLooksAfterIt() throws Exception {
        try (var held = HeldServer.start(first, BINARIES)) {
            assertThat(held.said()).startsWith("UP ");
            Fence.raise(first);
            assertThat(EmbeddedPostgres.running(first)).isEmpty();
            assertThat(ServerProcess.in(first)).isEmpty();
        }
        assertThatThrownBy(() -> start(first)).isInstanceOf(FencedOff.class);
    }

    @Test
    void aStandbyIsToldApartFromADatabaseThatTakesOrders() throws Exception {
        try (var primary = start(first)) {
            Standby.refuseIfFollowing(first);
            assertThatThrownBy(() -> Standby.promote(primary.superuser())).isInstanceOf(StandbyOutOfPlace.class);
            Standby.copy(first, second, Following.onLoopback("second"));
            assertThatThrownBy(() -> Standby.refuseIfFollowing(second)).isInstanceOf(StandbyOutOfPlace.class);
            try (var standby = start(second)) {
                assertThatThrownBy(() -> write(standby.superuser(), "CREATE TABLE kept (number integer)"))
                        .hasMessageContaining("read-only");
                Standby.promote(standby.superuser());
                Standby.refuseIfFollowing(second);
            }
        }
    }

    @Test
    void theStandbysRoleStreamsAndDoesNothingElse() throws Exception {
        try (var primary = start(first);
                var connection = connect(primary.superuser())) {
            Standby.copy(first, second, Following.onLoopback("second"));
            assertThat(
                            Standby.ask(
                                    connection,
                                    """
                            SELECT rolreplication AND rolcanlogin AND NOT (rolsuper OR rolcreaterole OR rolcreatedb
                                   OR rolbypassrls OR rolinherit)
                              FROM pg_roles WHERE rolname = 'counterfoil_standby'
                            """))
                    .isEqualTo("t");
            var password = Files.readString(first.resolve("standby.password")).strip();
            assertThatThrownBy(() ->
                            DriverManager.getConnection(primary.superuser().jdbcUrl(), "counterfoil_standby", password))
                    .hasMessageContaining("rejects connection");
        }
    }

    @Test
    void aPrimaryKeepsThePortItsStandbyKnows() {
        String address;
        try (var primary = start(first)) {
            address = primary.superuser().jdbcUrl();
            Standby.copy(first, second, Following.onLoopback("second"));
        }
        try (var primary = start(first)) {
            assertThat(primary.superuser().jdbcUrl()).isEqualTo(address);
        }
    }

    @Test
    void nothingIsCopiedWhereNoServerRuns() {
        assertThatThrownBy(() -> Standby.copy(first, second, Following.onLoopback("second")))
                .isInstanceOf(NoServerRuns.class);
        assertThatThrownBy(() -> new Following("Second Site", "127.0.0.1", 0)).hasMessageContaining("Second Site");
        assertThatThrownBy(() -> new Following("second", "a host' x", 0)).hasMessageContaining("HOST:PORT");
    }

    private static EmbeddedPostgres start(Path home) {
        return EmbeddedPostgres.start(EmbeddedPostgresSettings.in(home).withBinaries(BINARIES));
    }

    private static void insert(java.sql.Statement statement) {
        try {
            statement.execute("INSERT INTO kept VALUES (1)");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long waiting(ServerAddress address) throws SQLException {
        return number(address, "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
    }

    private static long rows(ServerAddress address) throws SQLException {
        return number(address, "SELECT count(*) FROM kept");
    }

    private static long number(ServerAddress address, String question) throws SQLException {
        try (var connection = connect(address)) {
            return Long.parseLong(Standby.ask(connection, question));
        }
    }

    private static void write(ServerAddress address, String sql) throws SQLException {
        try (var connection = connect(address)) {
            Standby.run(connection, sql);
        }
    }

    private static Connection connect(ServerAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
