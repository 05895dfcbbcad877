package app.counterfoil.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A server that may lose confirmed data is refused, whichever of the four settings makes it so. */
class SafeSettingsTest {

    @Test
    void aServerWithoutFsyncIsRefused() throws Exception {
        assertRefused("fsync", "--data-checksums", "fsync=off");
    }

    @Test
    void aServerWithoutFullPageWritesIsRefused() throws Exception {
        assertRefused("full_page_writes", "--data-checksums", "full_page_writes=off");
    }

    @Test
    void aServerWithoutSynchronousCommitIsRefused() throws Exception {
        assertRefused("synchronous_commit", "--data-checksums", "synchronous_commit=off");
    }

    @Test
    void aServerWithoutChecksumsIsRefused() throws Exception {
        assertRefused("data_checksums", "--no-data-checksums", "fsync=on");
    }

    private static void assertRefused(String setting, String initdbOption, String parameter) throws Exception {
        try (var server = new LooseServer(initdbOption, parameter);
                var connection = server.connect()) {
            assertThatThrownBy(() -> SafeSettings.require(connection))
                    .isInstanceOfSatisfying(UnsafeServer.class, refusal -> {
                        assertThat(refusal).hasMessageContaining(setting + " = off");
                        assertThat(refusal.mend()).contains("Set " + setting);
                    });
        }
    }

    /** A server somebody set up carelessly. */
    private static final class LooseServer implements AutoCloseable {
        private final int port;
        private final Process process;

        LooseServer(String initdbOption, String parameter) throws IOException, InterruptedException {
            var home = Path.of("target/homes", UUID.randomUUID().toString()).toAbsolutePath();
            Files.createDirectories(home);
            var user = ServerUser.forFolder(home);
            var programs =
                    Programs.unpackedIn(Path.of("target/postgres-programs").toAbsolutePath());
            var data = Files.createDirectory(home.resolve("data"));
            user.own(data);
            run(user.run(List.of(
                    programs.path("initdb"), "-D", data.toString(), "-U", "postgres", "-A", "trust", initdbOption)));
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            var command = new ArrayList<String>(List.of(programs.path("postgres"), "-D", data.toString()));
            for (var each :
                    List.of("port=" + port, "listen_addresses=127.0.0.1", "unix_socket_directories=", parameter)) {
                command.addAll(List.of("-c", each));
            }
            process = quiet(user.run(command)).start();
        }

        Connection connect() throws SQLException {
            while (true) {
                try {
                    return DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
                } catch (SQLException notYet) {
                    if (!process.isAlive()) {
                        throw notYet;
                    }
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }

        private static void run(List<String> command) throws IOException, InterruptedException {
            assertThat(quiet(command).start().waitFor()).isZero();
        }

        private static ProcessBuilder quiet(List<String> command) {
            return new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        }
    }
}
