package app.counterfoil.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
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

    /** What a server answers while it starts or recovers. */
    private static final String CANNOT_CONNECT_NOW = "57P03";

    private static final int SECONDS_TO_STOP = 30;

    private enum Answer {
        UP,
        COMING,
        NONE
    }

    private final Cluster cluster;
    private final ServerAddress address;
    private final List<String> command;
    private final Patience patience;
    private volatile boolean stopping;
    private volatile @Nullable Process guard;
    private volatile @Nullable Thread supervisor;

    Postmaster(Cluster cluster, ServerAddress address, int port, Map<String, String> parameters, Patience patience) {
        this.cluster = cluster;
        this.address = address;
        this.patience = patience;
        this.command = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "counterfoil-postgres-guard"));
        this.command.addAll(cluster.serverCommand(port, parameters));
    }

    void start() throws IOException {
        Files.deleteIfExists(cluster.log());
        var process = launch();
        guard = process;
        awaitUp(process);
        var watch = new Thread(() -> supervise(process), "postgres-supervisor");
        watch.setDaemon(true);
        supervisor = watch;
        watch.start();
    }

    void stop() {
        stopping = true;
        LockSupport.unpark(supervisor);
        var process = guard;
        if (process == null) {
            return;
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
            }
            awaitSupervisor();
        } catch (IOException pipeAlreadyClosed) {
            process.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** It may be starting the server again at this moment: when we return, nothing is to come up any more. */
    private void awaitSupervisor() throws InterruptedException {
        var watch = supervisor;
        if (watch != null && watch != Thread.currentThread()) {
            watch.join(Duration.ofSeconds(SECONDS_TO_STOP).toMillis());
        }
    }

    private Process launch() throws IOException {
        if (!Files.exists(cluster.log())) {
            // The server quotes what it was given in what it writes there.
            Files.createFile(cluster.log(), PasswordFile.FOR_ITS_OWNER);
        }
        return BareProcess.of(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()))
                .start();
    }

    /** Starts the server again whenever it ends by itself, slower and slower, until it keeps ending. */
    private void supervise(Process first) {
        var process = first;
        var attempt = 0;
        var upSince = System.nanoTime();
        while (true) {
            process.onExit().join();
            attempt = System.nanoTime() - upSince < patience.steady().toNanos() ? attempt + 1 : 1;
            if (attempt > patience.restarts() && !stopping) {
                LOG.error(
                        "THE DATABASE SERVER STAYS DOWN: it ended {} times in a row. Nothing works until Counterfoil is"
                                + " started again; {} names the reason.",
                        attempt,
                        cluster.log());
            }
            pause(patience.before(attempt));
            if (stopping || attempt > patience.restarts()) {
                return;
            }
            if (Fence.isRaised(cluster.home())) {
                LOG.error(
                        "THE DATABASE SERVER STAYS DOWN: another one has taken its place and {} is fenced off.",
                        cluster.home());
                return;
            }
            LOG.warn("database server ended by itself, starting it again attempt={}", attempt);
            process = startedAgain(process);
            upSince = System.nanoTime();
        }
    }

    /** The new server, or the one that ended if there is no new one. */
    private Process startedAgain(Process ended) {
        try {
            cluster.stopOrphan();
            var process = launch();
            guard = process;
            if (stopping) {
                // Whoever stopped meanwhile may have seen the guard before this one.
                stop();
                return process;
            }
            awaitUp(process);
            return process;
        } catch (IOException | PostgresRefusal failed) {
            LOG.warn("database server did not come up again: {} See {}.", failed.getMessage(), cluster.log());
            var process = guard;
            return process == null ? ended : process;
        }
    }

    private void awaitUp(Process process) throws IOException {
        var until = System.nanoTime() + patience.silence().toNanos();
        while (true) {
            var answer = answer();
            if (answer == Answer.UP || stopping) {
                return;
            }
            if (!process.isAlive()) {
                throw cluster.refusal(Files.readString(cluster.log()), "starting the server");
            }
            if (answer == Answer.COMING) {
                // Recovery after a crash takes as long as it takes; cutting it short would only begin it anew.
                until = System.nanoTime() + patience.silence().toNanos();
            }
            if (System.nanoTime() - until > 0) {
                process.destroy();
                throw new ServerDidNotStart(
                        "no answer after " + patience.silence().toSeconds() + " s", cluster.log());
            }
            pause(Duration.ofMillis(50));
        }
    }

    private Answer answer() {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
            return connection.isValid(5) ? Answer.UP : Answer.NONE;
        } catch (SQLException notYet) {
            var full = DiskFull.toldBy(notYet, cluster.home().toString());
            if (full.isPresent()) {
                throw full.get();
            }
            return CANNOT_CONNECT_NOW.equals(notYet.getSQLState()) ? Answer.COMING : Answer.NONE;
        }
    }

    private void pause(Duration time) {
        var until = System.nanoTime() + time.toNanos();
        while (!stopping && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
