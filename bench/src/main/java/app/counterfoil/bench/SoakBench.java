package app.counterfoil.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills a hub, its database server, or one process of that, at random moments while orders come in, people are forgotten
 * and days and epochs turn. After each kill the books have to be well, and all that was confirmed has to hold.
 */
final class SoakBench {

    private static final int LONGEST_WORK_MILLIS = 300;

    /** A server that ends again and again is started again with ever longer pauses; a program that ends lets it begin anew. */
    private static final List<Victim> VICTIMS = List.of(Victim.PROGRAM, Victim.SERVER, Victim.BACKEND, Victim.BACKEND);

    private final PrintStream out;
    private final int kills;
    private final long seed;
    private final List<String> program;
    private final Random random;
    private final Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
    private int wrong;
    private String last = "";

    /** {@code program}: how Java runs this program, up to the arguments. */
    SoakBench(PrintStream out, int kills, long seed, List<String> program) {
        this.out = out;
        this.kills = kills;
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

    /** A process with a hub in it. */
    private record Life(Process process, BufferedReader said) {

        /** Asks, and gives what it answers; what else it says is not for us. */
        String answers(String asked) throws IOException {
            var asks = process.getOutputStream();
            asks.write((asked + "\n").getBytes(StandardCharsets.UTF_8));
            asks.flush();
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(SoakLife.CHECKED)) {
                    return line;
                }
            }
            return "It has ended by itself.";
        }
    }

    void run() throws IOException, InterruptedException {
        out.println("Seed " + seed);
        var home = Files.createTempDirectory("counterfoil-soak");
        var life = start(home, 0);
        try {
            expect(SoakLife.WELL, life.answers(SoakLife.CHECK), "at the start");
            for (int kill = 1; kill <= kills; kill++) {
                life = struck(life, home, kill);
            }
        } finally {
            life.process().getOutputStream().close();
            life.process().waitFor();
            delete(home);
        }
        out.println("Killed " + killed + "; at the end " + last + " orders. Not well " + wrong + " times after " + kills
                + " kills.");
    }

    /** Lets the hub work, kills something while it does, and has the books checked. */
    private Life struck(Life life, Path home, int kill) throws IOException, InterruptedException {
        expect(SoakLife.BUSY, life.answers(SoakLife.WORK), "before kill " + kill);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1 + random.nextInt(LONGEST_WORK_MILLIS)));
        var victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
        kill(victim, life, home);
        killed.merge(victim, 1, Integer::sum);
        var next = life;
        if (victim == Victim.PROGRAM) {
            life.process().waitFor();
            next = start(home, kill);
        }
        last = next.answers(SoakLife.CHECK);
        expect(SoakLife.WELL, last, "after kill " + kill + ", of " + victim);
        if (kill % 100 == 0) {
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

    private void kill(Victim victim, Life life, Path home) throws IOException {
        switch (victim) {
            case PROGRAM -> life.process().destroyForcibly();
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
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(program);
        command.addAll(List.of(SoakLife.NAME, home.toString(), Long.toString(seed * 100_000 + number)));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Life(
                process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    /** A life that ends well tidies up after itself. */
    static void delete(Path home) throws IOException {
        if (!Files.exists(home)) {
            return;
        }
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
