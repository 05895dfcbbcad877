package app.counterfoil.bench;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;

/**
 * How long it takes until one person with many orders can be read no more: in a small store and in a large one, in the
 * same run, so that the ratio shows whether it depends on the size.
 */
final class ForgetBench {

    /** So many orders one person has. */
    private static final int ORDERS_OF_ONE = 1_000;

    private static final int PAGE = 500;
    private static final int TIMES = 7;
    private static final int DAYS = 60;

    private final PrintStream out;
    private final int small;
    private final int large;

    ForgetBench(PrintStream out, int small, int large) {
        this.out = out;
        this.small = small;
        this.large = large;
    }

    void run() throws IOException, SQLException {
        try (var marketplace = new Marketplace();
                var installation = new Installation(marketplace)) {
            var vault = new FilledVault(installation);
            out.println("Filling a store with " + small + " orders ...");
            vault.fill(small, DAYS);
            forgetting(vault);
            var few = forgetting(vault);
            out.println("Filling it up to " + large + " orders ...");
            vault.fill(large - small, DAYS);
            var many = forgetting(vault);
            out.printf(
                    "one person with %d orders, unreadable: %.1f ms among %,d orders, %.1f ms among %,d   ratio %.2f   (to reach: 100 ms, and equal)%n",
                    ORDERS_OF_ONE, few, small, many, large, many / few);
        }
    }

    /** The middle of some times, in milliseconds, each for another person. */
    private static double forgetting(FilledVault vault) throws SQLException {
        var times = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            var person = new ArrayList<SubjectId>();
            while (person.size() < ORDERS_OF_ONE) {
                person.addAll(vault.fill(PAGE, DAYS));
            }
            times.add(Timed.millis(() -> vault.in(
                    Duration.ZERO,
                    ofSeller ->
                            ofSeller.forget(person, Set.of(Purpose.DELIVERY, Purpose.SERVICE), "ERASURE_REQUEST"))));
        }
        return times.stream().sorted().toList().get(TIMES / 2);
    }
}
