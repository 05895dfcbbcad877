package app.counterfoil.postgres;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** The command {@code ./counterfoil standby}: sets up a second site for the embedded server and has it take over. */
public final class SecondSite {

    private static final String HELP =
            """
            ./counterfoil standby copy DIR [NAME [HOST:PORT]]   copies the running installation's database to DIR, for a standby
                                                                that finds this one at HOST:PORT (default: on this machine)
            ./counterfoil standby follow DIR                    runs the standby in DIR until it is interrupted
            ./counterfoil standby wait NAME                     nothing is confirmed any more before this standby has it
            ./counterfoil standby wait nobody                   the installation confirms by itself
            ./counterfoil standby state                         who follows, who is waited for, how far behind
            ./counterfoil standby fence [DIR]                   stops a database and keeps it down for good
            ./counterfoil standby promote DIR --fence OLD       fences the database in OLD off; then the one in DIR takes over
            ./counterfoil standby promote DIR --already-fenced  the same where you have made sure of the old one yourself
            The installation is the one in COUNTERFOIL_HOME (else ~/.counterfoil). docs/two-sites.md says when to use what.
            """;

    private static final String USUAL_NAME = "second";

    private final PrintStream out;
    private final Path home;

    SecondSite(PrintStream out, Path home) {
        this.out = out;
        this.home = home;
    }

    /** Carries out one command; the first argument is the installation's folder, the others are the command. */
    public static void main(String[] arguments) {
        try {
            var done = new SecondSite(System.out, Path.of(arguments[0]))
                    .run(List.of(arguments).subList(1, arguments.length));
            System.exit(done ? 0 : 2);
        } catch (PostgresRefusal refusal) {
            System.err.println(refusal.getMessage() + " " + refusal.mend());
            System.exit(2);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    /** Whether it was a command. */
    boolean run(List<String> arguments) {
        if (fits(arguments, "copy", ".+")
                || fits(arguments, "copy", ".+", "\\S+")
                || fits(arguments, "copy", ".+", "\\S+", "\\S+:\\d{1,5}")) {
            copy(Path.of(arguments.get(1)), arguments.subList(2, arguments.size()));
        } else if (fits(arguments, "follow", ".+")) {
            follow(Path.of(arguments.get(1)));
        } else if (fits(arguments, "wait", "\\S+")) {
            waitFor(arguments.get(1));
        } else if (fits(arguments, "state")) {
            state();
        } else if (fits(arguments, "fence") || fits(arguments, "fence", ".+")) {
            fence(arguments.size() == 1 ? home : Path.of(arguments.get(1)));
        } else if (fits(arguments, "promote", ".+", "--already-fenced")
                || fits(arguments, "promote", ".+", "--fence", ".+")) {
            promote(arguments);
        } else {
            out.print(HELP);
            return false;
        }
        return true;
    }

    /** Argument by argument: a folder may have a space in its name. */
    private static boolean fits(List<String> arguments, String... patterns) {
        return arguments.size() == patterns.length
                && IntStream.range(0, patterns.length)
                        .allMatch(i -> arguments.get(i).matches(patterns[i]));
    }

    private void copy(Path into, List<String> how) {
        var name = how.isEmpty() ? USUAL_NAME : how.get(0);
        var following = how.size() < 2 ? Following.onLoopback(name) : following(name, how.get(1));
        Standby.copy(database(home), database(into), following);
        out.println("The database of " + home + " is copied to " + into + " for a standby named " + name + ".");
        out.println("It keeps what is written from now on until the standby has fetched it (at most 8 GB).");
        out.println("Not copied: keys and ledger. docs/two-sites.md says how they get there.");
        out.println("Next: ./counterfoil standby follow " + into);
    }

    private static Following following(String name, String primary) {
        var colon = primary.lastIndexOf(':');
        return new Following(name, primary.substring(0, colon), Integer.parseInt(primary.substring(colon + 1)));
    }

    private void follow(Path standby) {
        var database = database(standby);
        if (!Standby.isFollowing(database)) {
            throw StandbyOutOfPlace.isNone(database.toString());
        }
        var settings = EmbeddedPostgresSettings.in(database)
                .withBinaries(standby.toAbsolutePath().resolve("programs"));
        var server = EmbeddedPostgres.start(settings);
        var interrupted = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            interrupted.countDown();
        }));
        out.println("The standby in " + standby + " runs; interrupt it (Ctrl-C) to stop it.");
        try {
            interrupted.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitFor(String name) {
        var primary = primary();
        if (name.equals("nobody")) {
            Waiting.end(primary);
            out.println(
                    "Nothing waits for a standby any more: what is confirmed from now on can be lost with this site.");
        } else {
            Waiting.beginFor(primary, name);
            out.println("From now on nothing is confirmed before " + name + " has it on its disk.");
            out.println("If " + name + " is away for long: ./counterfoil standby wait nobody");
        }
    }

    private void state() {
        var standings = Waiting.standings(primary());
        if (standings.isEmpty()) {
            out.println("No standby was set up.");
        }
        for (var standing : standings) {
            out.println("%s: %s, %s, %,d bytes behind"
                    .formatted(
                            standing.name(),
                            standing.following() ? "follows" : "AWAY",
                            standing.waitedFor() ? "waited for" : "NOT waited for",
                            standing.bytesBehind()));
        }
    }

    private void fence(Path installation) {
        Fence.raise(database(installation));
        out.println("The database of " + installation + " is stopped and stays down.");
    }

    private void promote(List<String> arguments) {
        var installation = Path.of(arguments.get(1));
        var database = database(installation);
        if (!Standby.isFollowing(database)) {
            throw StandbyOutOfPlace.isNone(database.toString());
        }
        if (arguments.size() > 3) {
            fence(Path.of(arguments.get(3)));
        }
        var running = EmbeddedPostgres.running(database);
        if (running.isPresent()) {
            Standby.promote(running.get());
        } else {
            var settings = EmbeddedPostgresSettings.in(database)
                    .withBinaries(installation.toAbsolutePath().resolve("programs"));
            try (var server = EmbeddedPostgres.start(settings)) {
                Standby.promote(server.superuser());
            }
        }
        out.println("The database in " + installation + " has taken over.");
        out.println("Next: stop \"standby follow\" if it runs, then COUNTERFOIL_HOME=" + installation
                + " ./counterfoil start");
    }

    private ServerAddress primary() {
        var database = database(home);
        return EmbeddedPostgres.running(database).orElseThrow(() -> new NoServerRuns(database));
    }

    private static Path database(Path installation) {
        return installation.toAbsolutePath().normalize().resolve("database");
    }
}
