package app.counterfoil.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that another program runs is found by its folder, and nothing else is taken for it. */
class RunningServerTest {

    private static final Path BINARIES = Path.of("target/postgres-programs").toAbsolutePath();

    private Path home;

    @BeforeEach
    void aFolderOfItsOwn() throws IOException {
        home = anotherFolder();
    }

    @Test
    void theServerOfAnotherProgramIsFoundAndGoesOn() throws IOException, SQLException {
        try (var held = HeldServer.start(home, BINARIES)) {
            var found = EmbeddedPostgres.running(home).orElseThrow();
            assertThat(found).isEqualTo(held.address());
            try (var connection = DriverManager.getConnection(found.jdbcUrl(), found.user(), found.password());
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE seen (number integer)");
            }
            assertThat(EmbeddedPostgres.running(home)).contains(found);
        }
        assertThat(EmbeddedPostgres.running(home)).isEmpty();
    }

    @Test
    void aFolderWithoutAServerHasNone() {
        assertThat(EmbeddedPostgres.running(home)).isEmpty();
        assertThat(EmbeddedPostgres.running(home.resolve("nowhere"))).isEmpty();
        start(home).close();
        assertThat(EmbeddedPostgres.running(home)).isEmpty();
    }

    @Test
    void aStaleFileIsNoServer() throws IOException {
        String left;
        try (var server = start(home)) {
            left = Files.readString(home.resolve("data/postmaster.pid"));
            assertThat(EmbeddedPostgres.running(home)).contains(server.superuser());
        }
        for (var stale : new String[] {left, "12", "12\n/elsewhere\n0\nnot a port\n", ""}) {
            Files.writeString(home.resolve("data/postmaster.pid"), stale);
            assertThat(EmbeddedPostgres.running(home)).as(stale).isEmpty();
        }
    }

    @Test
    void theServerOfACopiedFolderIsNotTakenForOurs() throws IOException {
        try (var server = start(home)) {
            var copy = anotherFolder();
            Files.createDirectory(copy.resolve("data"));
            Files.copy(home.resolve("superuser.password"), copy.resolve("superuser.password"));
            Files.copy(home.resolve("data/postmaster.pid"), copy.resolve("data/postmaster.pid"));

            assertThat(EmbeddedPostgres.running(copy)).isEmpty();
            assertThat(EmbeddedPostgres.running(home)).contains(server.superuser());
        }
    }

    @Test
    void whoListensWhereTheServerWasIsNotToldThePassword() throws Exception {
        String password;
        try (var server = start(home)) {
            password = server.superuser().password();
            Files.copy(home.resolve("data/postmaster.pid"), home.resolve("stale"));
        }
        try (var stranger = new PasswordThief()) {
            var lines = Files.readAllLines(home.resolve("stale"));
            lines.set(3, Integer.toString(stranger.port()));
            Files.write(home.resolve("data/postmaster.pid"), lines);
            assertThat(EmbeddedPostgres.running(home)).isEmpty();
            assertThat(stranger.wasAsked()).isPositive();
            assertThat(stranger.heard()).doesNotContain(password);
        }
    }

    private static EmbeddedPostgres start(Path home) {
        return EmbeddedPostgres.start(EmbeddedPostgresSettings.in(home).withBinaries(BINARIES));
    }

    private static Path anotherFolder() throws IOException {
        return Files.createDirectories(
                Path.of("target/homes", UUID.randomUUID().toString()).toAbsolutePath());
    }
}
