package app.counterfoil.bench;

import app.counterfoil.vault.keys.KeyRing;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/**
 * What of people and keys is in the memory of a hub: right after it has taken in orders and shown them, and when it has
 * been idle for a while. The memory is that of another process; the words and keys that are looked for are not in it
 * because of the looking.
 */
final class MemoryBench {

    /** The keys go a minute after they were read; this is a little more. */
    static final Duration IDLE = KeyRing.LONGEST_HELD.plusSeconds(5);

    private static final int PAGES = 20;

    private final PrintStream out;
    private final int orders;
    private final Duration idle;
    private final List<String> program;

    /**
     * @param idle how long nothing happens before the second look
     * @param program how Java runs this program, up to the arguments
     */
    MemoryBench(PrintStream out, int orders, Duration idle, List<String> program) {
        this.out = out;
        this.orders = orders;
        this.idle = idle;
        this.program = program;
    }

    /** How often something was found. */
    private record Found(int names, int keys, long bytes) {}

    void run() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("counterfoil-memory");
        try (var marketplace = new Marketplace()) {
            marketplace.open("memory", new OrderPages(7).next(orders));
            try (var life = start(folder.resolve("home"), marketplace)) {
                var visitor = new Visitor(ready(life.answer()), MemoryLife.OWNER);
                for (int page = 0; page < PAGES; page++) {
                    var unused = visitor.list(true);
                }
                var after = look(life, folder);
                tell("after %,d orders and %d pages of them".formatted(orders, PAGES), after);
                LockSupport.parkNanos(idle.toNanos());
                var later = look(life, folder);
                tell("idle for " + idle.toSeconds() + " s", later);
                out.printf(
                        "epoch and root keys in memory: %d, then %d   (to reach after a minute: 0)%n",
                        after.keys(), later.keys());
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static Found look(Life life, Path folder) throws IOException {
        var file = folder.resolve("memory.hprof");
        var written = Path.of(ready(life.answers(file.toString())));
        try {
            var memory = Files.readAllBytes(written);
            var names = count(memory, OrderPages.SURNAME.getBytes(StandardCharsets.ISO_8859_1))
                    + count(memory, OrderPages.SURNAME.getBytes(StandardCharsets.UTF_16LE));
            int keys = 0;
            for (var key : keys(folder.resolve("home/keys"))) {
                keys += count(memory, key) > 0 ? 1 : 0;
            }
            return new Found(names, keys, memory.length);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<byte[]> keys(Path folder) throws IOException {
        var keys = new ArrayList<byte[]>();
        var ring = KeyRing.inFolder(folder, Clock.systemUTC()).mustBeThere();
        ring.epochs().forEach(epoch -> keys.add(ring.key(epoch).exposedForKeeping()));
        keys.add(ring.signingKey().exposedForKeeping());
        keys.add(ring.routingKey().exposedForKeeping());
        for (var line : Files.readAllLines(folder.resolve("root.key"))) {
            keys.add(Base64.getDecoder().decode(line.substring(line.indexOf(' ') + 1)));
        }
        return keys;
    }

    private static int count(byte[] memory, byte[] word) {
        int found = 0;
        for (int at = 0; at <= memory.length - word.length; at++) {
            if (memory[at] == word[0] && Arrays.equals(memory, at, at + word.length, word, 0, word.length)) {
                found++;
            }
        }
        return found;
    }

    private void tell(String when, Found found) {
        out.printf(
                "%-36s the name %s %,d times, %d keys, in %.0f MB that are reachable%n",
                when, OrderPages.SURNAME, found.names(), found.keys(), found.bytes() / 1e6);
    }

    private static String ready(String answer) {
        if (!answer.startsWith(MemoryLife.READY)) {
            throw new IllegalStateException(answer);
        }
        return answer.substring(MemoryLife.READY.length());
    }

    private Life start(Path home, Marketplace marketplace) throws IOException {
        return Life.begin(
                program,
                List.of("-Xmx512m"),
                List.of(MemoryLife.NAME, home.toString(), marketplace.address().toString(), "memory"),
                MemoryLife.READY);
    }
}
