package app.counterfoil.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/**
 * Kills a hub, its database server, or one process of that, at random moments while orders come in, people are forgotten
 * and days and epochs turn. After each kill the books have to be well, and all that was confirmed has to hold. Beside
 * it, on a database of its own, the adversary holds all backups of random histories against what was forgotten in them.
 */
final class SoakBench {

    private static final int LONGEST_WORK_MILLIS = 300;
    /** All that was ever confirmed is asked for after each kill; so many kills on one folder keep that short. */
    private static final int KILLS_OF_A_FOLDER = 100;

    /** A server that ends again and again is started again with ever longer pauses; a program that ends lets it begin anew. */
    private static final List<Victim> VICTIMS = List.of(Victim.PROGRAM, Victim.SERVER, Victim.BACKEND, Victim.BACKEND);

    private final PrintStream out;
    private final int kills;
    private final int histories;
    private final long seed;
    private final List<String> program;
    private final Random random;
    private final Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
    private int wrong;
    private String last = "";

    /** {@code program}: how Java runs this program, up to the arguments. */
    SoakBench(PrintStream out, int kills, int histories, long seed, List<String> program) {
        this.out = out;
        this.kills = kills;
        this.histories = histories;
        this.seed = seed;
        this.program = program;
        this.random = new Random(seed);
    }

    /** What is killed. */
    private enum Victim {
        PROGRAM,
        SERVER,
        BACKEND
    }

    void run() throws IOException, InterruptedException {
        out.println("Seed " + seed);
        var beside = Executors.newSingleThreadExecutor();
        try {
            var verdict = beside.submit(() -> new AdversaryBench(out, histories).run());
            for (int done = 0; done < kills; done += KILLS_OF_A_FOLDER) {
                killed(done, Math.min(kills, done + KILLS_OF_A_FOLDER));
            }
            out.println("Killed " + killed + "; at the end " + last + " orders. Not well " + wrong + " times after "
                    + kills + " kills.");
            var held = verdict.get();
            out.println("In " + histories + " histories " + held.leaked() + " opened that may not, " + held.lost()
                    + " lost that live.");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The adversary could not go on.", failed.getCause());
        } finally {
            beside.shutdown();
        }
    }

    /** One folder's kills. */
    private void killed(int after, int upTo) throws IOException, InterruptedException {
        var home = Files.createTempDirectory("counterfoil-soak");
        var life = start(home, after);
        try {
            expect(SoakLife.WELL, life.answers(SoakLife.CHECK), "at the start");
            for (int kill = after + 1; kill <= upTo; kill++) {
                life = struck(life, home, kill);
            }
        } finally {
            life.close();
            FileSystemUtils.deleteRecursively(home);
        }
    }

    /** Lets the hub work, kills something while it does, and has the books checked. */
    private Life struck(Life life, Path home, int kill) throws IOException, InterruptedException {
        expect(SoakLife.BUSY, life.answers(SoakLife.WORK), "before kill " + kill);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1 + random.nextInt(LONGEST_WORK_MILLIS)));
        var victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
        kill(victim, life, home);
        killed.merge(victim, 1, Integer::sum);
        var next = victim == Victim.PROGRAM ? start(home, kill) : life;
        last = next.answers(SoakLife.CHECK);
        expect(SoakLife.WELL, last, "after kill " + kill + ", of " + victim);
        if (kill % 50 == 0) {
            out.println(kill + " kills " + killed + ", " + last + " orders, not well " + wrong + " times");
        }
        return next;
    }

    private void expect(String expected, String answer, String when) {
        if (!answer.startsWith(expected)) {
            wrong++;
            out.println(when + ": " + answer);
        }
    }

    private void kill(Victim victim, Life life, Path home) throws IOException, InterruptedException {
        switch (victim) {
            case PROGRAM -> life.kill();
            case SERVER -> server(home).destroyForcibly();
            case BACKEND -> {
                var backends = server(home).children().toList();
                if (!backends.isEmpty()) {
                    backends.get(random.nextInt(backends.size())).destroyForcibly();
                }
            }
        }
    }

    private static ProcessHandle server(Path home) throws IOException {
        var lines = Files.readAllLines(home.resolve("database/data/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElseThrow();
    }

    private Life start(Path home, int number) throws IOException {
        // A life is short: it is over before a second compilation has paid.
        return Life.begin(
                program,
                List.of("-Xmx1g", "-XX:TieredStopAtLevel=1"),
                List.of(SoakLife.NAME, home.toString(), Long.toString(seed * 100_000 + number)),
                SoakLife.CHECKED);
    }
}
