package app.counterfoil.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A drill for the loss of a site: while orders come in and people are forgotten, the database server is killed at a random
 * moment and its standby takes over. What was confirmed has to be there, and who was forgotten has to stay so. Beside it,
 * in turns, the same server is killed and starts again by itself.
 */
final class FailoverBench {

    private static final int CONFIRMED_BEFORE_A_KILL = 100;
    private static final int LATEST_KILL_MILLIS = 1_000;
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(2);

    private final PrintStream out;
    private final int rounds;
    private final long seed;
    private final boolean waits;
    private final Random random;

    /** {@code waits}: whether the primary waits for its standby; without it, what is lost is told. */
    FailoverBench(PrintStream out, int rounds, long seed, boolean waits) {
        this.out = out;
        this.rounds = rounds;
        this.seed = seed;
        this.waits = waits;
        this.random = new Random(seed);
    }

    /** What one kill did; times in nanoseconds from the kill. */
    private record Taken(long writable, long orders, DrillCheck.Wrong wrong) {

        String line(String what, String killed) {
            return "  %-22s %-16s writable after %6.2f s, the hub takes orders after %6.2f s"
                    .formatted(what, killed, writable / 1e9, orders / 1e9);
        }
    }

    private record Drill(TwoSites sites, DrillWriters writers, DrillCheck check, Confirmed confirmed) {}

    void run() throws IOException, SQLException, InterruptedException {
        out.println("Seed " + seed + "; the primary "
                + (waits ? "waits for its standby (synchronous)." : "does NOT wait for its standby (asynchronous)."));
        var confirmed = new Confirmed();
        var failOvers = new ArrayList<Taken>();
        var restarts = new ArrayList<Taken>();
        try (var sites = new TwoSites(waits);
                var marketplace = new Marketplace();
                var hub = new Installation(marketplace, sites.settings())) {
            var shop = hub.shop();
            try (var writers = new DrillWriters(sites, hub, marketplace, shop, seed, confirmed)) {
                var drill = new Drill(sites, writers, new DrillCheck(hub, shop), confirmed);
                for (int round = 1; round <= rounds; round++) {
                    out.println("Round " + round + " of " + rounds);
                    restarts.add(killed(drill, false));
                    failOvers.add(killed(drill, true));
                    sites.copyAnew();
                }
            }
        }
        tell(restarts, failOvers, confirmed);
    }

    private Taken killed(Drill drill, boolean siteLost) throws IOException, SQLException {
        awaitConfirmed(drill.confirmed());
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LATEST_KILL_MILLIS)));
        var everyProcess = random.nextBoolean();
        var start = System.nanoTime();
        if (siteLost) {
            drill.sites().lose(everyProcess);
            drill.sites().failOver();
        } else {
            drill.sites().kill(everyProcess);
        }
        var ordersAgain = drill.confirmed().ordersBegunAfter(start);
        var writable = firstCommit(drill) - start;
        var orders = ordersAgain.join() - start;
        DrillCheck.Wrong wrong;
        try (var superuser = drill.sites().superuser()) {
            wrong = drill.check().look(superuser, drill.confirmed());
        }
        drill.confirmed().strike(wrong.numbers(), wrong.orders(), wrong.returned());
        var taken = new Taken(writable, orders, wrong);
        out.println(taken.line(
                siteLost ? "the standby takes over" : "it starts again",
                everyProcess ? "all killed" : "first process"));
        return taken;
    }

    private void awaitConfirmed(Confirmed confirmed) {
        var numbers = confirmed.numbers().size();
        var orders = confirmed.orders().size();
        var forgotten = confirmed.forgotten().size();
        while (confirmed.numbers().size() < numbers + CONFIRMED_BEFORE_A_KILL
                || confirmed.orders().size() == orders
                || confirmed.forgotten().size() == forgotten) {
            LockSupport.parkNanos(10 * STEP);
        }
    }

    /** When a commit of somebody who had not been connected was confirmed. */
    private static long firstCommit(Drill drill) {
        while (true) {
            var number = drill.writers().nextNumber();
            try (var connection = drill.sites().app();
                    var statement = DrillWriters.insert(connection)) {
                statement.setLong(1, number);
                statement.executeUpdate();
                drill.confirmed().number(number);
                return System.nanoTime();
            } catch (SQLException notYet) {
                LockSupport.parkNanos(STEP);
            }
        }
    }

    private void tell(List<Taken> restarts, List<Taken> failOvers, Confirmed confirmed) {
        out.println();
        out.println("median of %d              writable      hub takes orders".formatted(rounds));
        out.println(medians("the standby takes over", failOvers));
        out.println(medians("it starts again", restarts));
        out.println("ratio                    %6.2f"
                .formatted(
                        (double) median(failOvers.stream().map(Taken::writable).toList())
                                / median(restarts.stream().map(Taken::writable).toList())));
        var all = new ArrayList<>(restarts);
        all.addAll(failOvers);
        out.println("Confirmed: %,d commits, %,d orders, %,d people forgotten."
                .formatted(
                        confirmed.numbers().size(),
                        confirmed.orders().size(),
                        confirmed.forgotten().size()));
        out.println("Lost: %d commits, %d orders, %d orders unreadable. Returned: %d people."
                .formatted(
                        all.stream()
                                .mapToInt(taken -> taken.wrong().numbers().size())
                                .sum(),
                        all.stream()
                                .mapToInt(taken -> taken.wrong().orders().size())
                                .sum(),
                        all.stream()
                                .mapToInt(taken -> taken.wrong().unreadable().size())
                                .sum(),
                        all.stream()
                                .mapToInt(taken -> taken.wrong().returned().size())
                                .sum()));
    }

    private static String medians(String what, List<Taken> taken) {
        return "%-24s %6.2f s   %6.2f s"
                .formatted(
                        what,
                        median(taken.stream().map(Taken::writable).toList()) / 1e9,
                        median(taken.stream().map(Taken::orders).toList()) / 1e9);
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
