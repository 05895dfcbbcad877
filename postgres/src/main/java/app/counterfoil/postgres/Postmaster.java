package app.counterfoil.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server. It is the child of a small shell guard in a session of its own, whose standard input is a pipe
 * from this program: when this program ends in whatever way, the pipe closes and the guard shuts the server down.
 */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    /** {@code $@} is the server; descriptor 3 the pipe. The server's end is the guard's end, and the other way round. */
    private static final String GUARD =
            """
            exec 3<&0
            "$@" </dev/null &
            server=$!
            (read -r line <&3; kill -INT $server 2>/dev/null) &
            watcher=$!
            wait $server
            kill $watcher 2>/dev/null
            """;

    private static final int SECONDS_TO_COME_UP = 60;
    private static final int SECONDS_TO_STOP = 30;
    private static final int MOST_RESTARTS = 5;

    private final Cluster cluster;
    private final ServerAddress address;
    private final List<String> command;
    private volatile boolean stopping;
    private volatile @Nullable Process guard;
    private int restarts;

    Postmaster(Cluster cluster, ServerAddress address, int port, Map<String, String> parameters) {
        this.cluster = cluster;
        this.address = address;
        this.command = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "counterfoil-postgres-guard"));
        this.command.addAll(cluster.serverCommand(port, parameters));
    }

    void start() throws IOException {
        Files.deleteIfExists(cluster.log());
        var process = launch();
        guard = process;
        awaitUp(process);
        restartWhenItEnds(process);
    }

    void stop() {
        stopping = true;
        var process = guard;
        if (process == null) {
            return;
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (IOException pipeAlreadyClosed) {
            process.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()))
                .start();
    }

    private void restartWhenItEnds(Process process) {
        var unused = process.onExit().thenRun(this::startAgain);
    }

    private void startAgain() {
        if (stopping || ++restarts > MOST_RESTARTS) {
            return;
        }
        LOG.warn("database server ended by itself, starting it again attempt={}", restarts);
        try {
            cluster.stopOrphan();
            var process = launch();
            guard = process;
            if (stopping) {
                // Whoever stopped meanwhile may have seen the guard before this one.
                stop();
                return;
            }
            awaitUp(process);
            restartWhenItEnds(process);
        } catch (IOException | PostgresRefusal failed) {
            if (stopping) {
                return;
            }
            LOG.error("database server did not come up again, see {}", cluster.log());
            startAgain();
        }
    }

    private void awaitUp(Process process) throws IOException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_COME_UP);
        while (!answers()) {
            if (!process.isAlive()) {
                throw cluster.refusal(Files.readString(cluster.log()), "starting the server");
            }
            if (System.nanoTime() > until) {
                process.destroy();
                throw new ServerDidNotStart("no answer after " + SECONDS_TO_COME_UP + " s", cluster.log());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
