package app.counterfoil.bench;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.store.EpochTurn;
import app.counterfoil.vault.store.RenewedKeys;
import app.counterfoil.vault.store.SellerVault;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * How long it takes until somebody, or a whole day, can be read no more, and how fast an epoch turns: in a small store and
 * in a large one, in the same run, so that the ratio shows whether it depends on the size.
 */
final class ForgetBench {

    /** So many orders one person has. */
    private static final int ORDERS_OF_ONE = 1_000;

    private static final int TIMES = 7;

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
            vault.fill(small, 60);
            forgetting(vault);
            var few = forgetting(vault);
            var turnedFew = turningAll(installation, vault);
            out.println("Filling it up to " + large + " orders ...");
            vault.fill(large - small, 60);
            var many = forgetting(vault);
            var turnedMany = turningAll(installation, vault);
            out.println("Filling a day with " + large + " records ...");
            vault.fill(large / 2, 2);
            var day = ending(vault);
            tell("one person with " + ORDERS_OF_ONE + " orders, unreadable", few, many);
            out.printf("a day of %,d records, unreadable: %.1f ms   (to reach: 100 ms)%n", large, day);
            tell(turnedFew);
            tell(turnedMany);
            besideTurns(installation, vault);
        }
    }

    /** The middle of some times, in milliseconds, each for another person. */
    private double forgetting(FilledVault vault) throws SQLException {
        var times = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            var person = new ArrayList<SubjectId>();
            while (person.size() < ORDERS_OF_ONE) {
                person.addAll(vault.fill(500, 60));
            }
            times.add(took(() -> vault.in(
                    Duration.ZERO,
                    ofSeller ->
                            ofSeller.forget(person, Set.of(Purpose.DELIVERY, Purpose.SERVICE), "ERASURE_REQUEST"))));
        }
        return times.stream().sorted().toList().get(TIMES / 2);
    }

    private static double ending(FilledVault vault) throws SQLException {
        return took(() -> vault.in(Duration.ofDays(3), SellerVault::endDaysThatHaveCome));
    }

    /**
     * A turn of the epoch.
     *
     * @param renewed what was renewed
     * @param millis how long it took
     */
    private record Turn(RenewedKeys renewed, double millis) {}

    /** The most that a night can have to do: every group has lost somebody, so everybody's secret is wrapped anew. */
    private static Turn turningAll(Installation installation, FilledVault vault) throws SQLException {
        vault.loseOneOfEachGroup();
        return turning(installation, vault);
    }

    private static Turn turning(Installation installation, FilledVault vault) throws SQLException {
        var turn = new EpochTurn(installation.part(KeyRing.class), Duration.ofDays(7));
        var seller = new OneSeller(vault, installation.part(DataSource.class));
        var renewed = new RenewedKeys[1];
        var millis = took(() -> renewed[0] = turn.turn(seller, step -> {}).renewed());
        return new Turn(renewed[0], millis);
    }

    private void tell(Turn turn) {
        out.printf(
                "epoch turned, each group having lost somebody: %,d keys and %,d secrets wrapped anew in %.2f s; %,.0f secrets a second%n",
                turn.renewed().keys(),
                turn.renewed().subjects(),
                turn.millis() / 1e3,
                turn.renewed().subjects() / turn.millis() * 1e3);
    }

    /** Takes orders in, by turns alone and while one epoch after the other begins, with no pause between them. */
    private void besideTurns(Installation installation, FilledVault vault) throws SQLException {
        int orders = Math.min(10_000, small);
        double alone = 0;
        double beside = 0;
        var turns = new AtomicInteger();
        for (int i = 0; i < TIMES; i++) {
            alone += took(() -> vault.fill(orders, 60));
            var enough = new AtomicBoolean();
            var turning = CompletableFuture.runAsync(() -> turnOn(installation, vault, enough, turns));
            beside += took(() -> vault.fill(orders, 60));
            enough.set(true);
            turning.join();
        }
        out.printf(
                "orders taken in: %,.0f a second, while %d epochs turn one after the other %,.0f   ratio %.2f%n",
                TIMES * orders / alone * 1e3, turns.get(), TIMES * orders / beside * 1e3, alone / beside);
    }

    private static void turnOn(
            Installation installation, FilledVault vault, AtomicBoolean enough, AtomicInteger turns) {
        try {
            while (!enough.get()) {
                var unused = turning(installation, vault);
                turns.incrementAndGet();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private record OneSeller(FilledVault vault, DataSource database) implements EpochTurn.Sellers {
        @Override
        public List<UUID> all() {
            return List.of(vault.seller());
        }

        @Override
        public <T> T in(UUID seller, Function<SellerVault, T> work) {
            try {
                return vault.in(Duration.ZERO, work);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void forNoSeller(Consumer<Connection> work) {
            try (var connection = database.getConnection()) {
                work.accept(connection);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private interface Work {
        Object run() throws SQLException;
    }

    private static double took(Work work) throws SQLException {
        var begun = System.nanoTime();
        var unused = work.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    private void tell(String what, double few, double many) {
        out.printf(
                "%s: %.1f ms among %,d orders, %.1f ms among %,d   ratio %.2f   (to reach: 100 ms, and equal)%n",
                what, few, small, many, large, many / few);
    }
}
