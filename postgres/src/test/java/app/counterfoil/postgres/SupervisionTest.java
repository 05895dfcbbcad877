package app.counterfoil.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A server that ends by itself is started again, one that keeps ending is not, and one that recovers is waited for. */
class SupervisionTest {

    private static final Path BINARIES = Path.of("target/postgres-programs").toAbsolutePath();
    private static final Patience QUICK =
            new Patience(Duration.ofSeconds(60), Duration.ofMillis(1), Duration.ofMillis(5), 20, Duration.ofMinutes(5));

    private Path home;

    @BeforeEach
    void aFolderOfItsOwn() throws IOException {
        home = Files.createDirectories(
                Path.of("target/homes", UUID.randomUUID().toString()).toAbsolutePath());
    }

    @Test
    void theServerComesUpHoweverOftenItIsKilled() {
        try (var server = start(QUICK, Map.of())) {
            for (int kill = 1; kill <= 7; kill++) {
                killPostmaster();
                answersAgain(server);
            }
        }
    }

    @Test
    void anEndAfterALongTimeUpIsCountedAsTheFirst() {
        var steadyAtOnce = new Patience(QUICK.silence(), QUICK.pause(), QUICK.longestPause(), 1, Duration.ZERO);
        try (var server = start(steadyAtOnce, Map.of())) {
            for (int kill = 1; kill <= 3; kill++) {
                killPostmaster();
                answersAgain(server);
            }
        }
    }

    @Test
    void aServerThatKeepsEndingIsGivenUpAloud() {
        var log = (Logger) LoggerFactory.getLogger(Postmaster.class);
        var loud = new CompletableFuture<String>();
        var listener = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getFormattedMessage().contains("STAYS DOWN")) {
                    loud.complete(event.getFormattedMessage());
                }
            }
        };
        listener.start();
        log.addAppender(listener);
        var twice = new Patience(QUICK.silence(), QUICK.pause(), QUICK.longestPause(), 2, QUICK.steady());
        try (var server = start(twice, Map.of())) {
            killPostmaster();
            answersAgain(server);
            killPostmaster();
            answersAgain(server);
            killPostmaster();
            assertThat(loud.orTimeout(60, TimeUnit.SECONDS).join())
                    .contains(
                            "ended 3 times in a row",
                            home.resolve("postgresql.log").toString());
        } finally {
            log.detachAppender(listener);
        }
    }

    @Test
    void thePauseBetweenStartsGrowsAndHasAnEnd() {
        assertThat(Patience.USUAL.before(1)).isZero();
        assertThat(Patience.USUAL.before(2)).hasSeconds(1);
        assertThat(Patience.USUAL.before(5)).hasSeconds(8);
        assertThat(Patience.USUAL.before(20)).hasSeconds(30);
        assertThat(Patience.USUAL.before(1_000)).hasSeconds(30);
    }

    /** A standby that admits nobody says the same as a server in recovery, for as long as we like. */
    @Test
    void aServerThatIsStillRecoveringIsWaitedForBeyondThePatience() throws Exception {
        start(QUICK, Map.of()).close();
        var standby = Files.createFile(home.resolve("data/standby.signal"));
        readableByTheServer(standby);
        var impatient = new Patience(
                Duration.ofSeconds(1), QUICK.pause(), QUICK.longestPause(), QUICK.restarts(), QUICK.steady());
        var starting = CompletableFuture.supplyAsync(() -> start(impatient, Map.of("hot_standby", "off")));
        // Forty refusals are two seconds and more; with none of them counted the start would have been given up by
        // then.
        while (refusals() < 40 && !starting.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(starting).isNotDone();
        readableByTheServer(Files.createFile(home.resolve("data/promote")));
        signal("-USR1");
        try (var server = starting.orTimeout(120, TimeUnit.SECONDS).join()) {
            answersAgain(server);
        }
    }

    private long refusals() throws IOException {
        try (var lines = Files.lines(home.resolve("postgresql.log"))) {
            return lines.filter(line -> line.contains("FATAL:  the database system is"))
                    .count();
        } catch (NoSuchFileException whileTheStartPutsTheLastLogAside) {
            return 0;
        }
    }

    private void readableByTheServer(Path file) throws IOException {
        Files.setAttribute(file, "unix:uid", Files.getAttribute(home.resolve("data"), "unix:uid"));
    }

    private EmbeddedPostgres start(Patience patience, Map<String, String> parameters) {
        return EmbeddedPostgres.start(
                EmbeddedPostgresSettings.in(home).withBinaries(BINARIES).withParameters(parameters), patience);
    }

    private void killPostmaster() {
        postmaster().ifPresent(postmaster -> {
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        });
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "kill $0 $1",
                        signal,
                        Long.toString(postmaster().orElseThrow().pid()))
                .directory(new File("/"))
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private Optional<ProcessHandle> postmaster() {
        try (var lines = Files.lines(home.resolve("data/postmaster.pid"))) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,9}"))
                    .map(Long::parseLong)
                    .flatMap(ProcessHandle::of);
        } catch (IOException betweenTwoStarts) {
            return Optional.empty();
        }
    }

    private static void answersAgain(EmbeddedPostgres server) {
        var address = server.superuser();
        for (int attempt = 0; ; attempt++) {
            try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
                assertThat(connection.isValid(60)).isTrue();
                return;
            } catch (SQLException notYet) {
                if (attempt > 500_000) {
                    throw new AssertionError("the server did not come up again", notYet);
                }
                Thread.onSpinWait();
            }
        }
    }
}
