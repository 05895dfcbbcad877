package app.counterfoil.hub.clock;

import app.counterfoil.hub.measure.BusinessClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The machine that the hub runs on. Linux tells in {@code /proc} how long it has been running, sleep included; elsewhere
 * Java's own stopwatch is read, which knows of one run of the hub only and may stand still while the machine sleeps.
 */
@Component
public class ThisMachine implements Machine {

    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final long started = System.nanoTime();
    private final String boot;
    private final boolean told;

    ThisMachine() {
        var read = read(BOOT);
        this.told = read.isPresent() && read(UPTIME).isPresent();
        this.boot = told ? read.orElse("") : "run " + UUID.randomUUID();
    }

    @Override
    public Instant wall() {
        return Instant.now();
    }

    @Override
    public Duration uptime() {
        return read(UPTIME)
                .filter(line -> told)
                .map(line -> new BigDecimal(line.split(" ", 2)[0]).movePointRight(3))
                .map(millis -> Duration.ofMillis(millis.longValue()))
                .orElseGet(() -> Duration.ofNanos(System.nanoTime() - started));
    }

    @Override
    public String boot() {
        return boot;
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (IOException notHere) {
            return Optional.empty();
        }
    }

    /** The calendar of the machine, for commands that do not open the database, in which a training clock stands. */
    public static Clock calendar() {
        return Clock.system(BusinessClock.ZONE);
    }
}
