package app.counterfoil.bench;

import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.secrets.EpochTurn;
import app.counterfoil.vault.secrets.Renewal;
import app.counterfoil.vault.secrets.RenewedKeys;
import app.counterfoil.vault.store.SellerVault;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * How fast an epoch turns on the worst of nights, when every group of subjects has lost somebody and everybody else's
 * secret is wrapped anew, in a small store and in a large one; and what turns take from the intake beside them.
 */
final class EpochBench {

    private static final int SECRETS_OF_AN_ORDER = 2;
    private static final int TIMES = 7;
    private static final int FEWEST = 10;
    private static final int DAYS = 60;
    private static final Duration HORIZON = Duration.ofDays(7);

    private final PrintStream out;
    private final int subjects;

    /** {@code subjects}: how many people, each for one purpose, have a secret in the large store. */
    EpochBench(PrintStream out, int subjects) {
        this.out = out;
        this.subjects = subjects;
    }

    void run() throws IOException, SQLException {
        int orders = Math.max(2 * FEWEST, subjects / SECRETS_OF_AN_ORDER);
        int few = Math.max(FEWEST, orders / 20);
        try (var marketplace = new Marketplace();
                var installation = new Installation(marketplace)) {
            var vault = new FilledVault(installation);
            out.println("Filling a store with " + few * SECRETS_OF_AN_ORDER + " subjects ...");
            vault.fill(few, DAYS);
            turningAll(installation, vault);
            var small = turningAll(installation, vault);
            out.println("Filling it up to " + subjects + " ...");
            vault.fill(orders - few, DAYS);
            var large = turningAll(installation, vault);
            tell(small);
            tell(large);
            out.printf(
                    "secrets a second in the large store beside the small one: ratio %.2f%n",
                    large.rate() / small.rate());
            besideTurns(installation, vault, Math.min(10_000, orders));
        }
    }

    /**
     * A turn of the epoch.
     *
     * @param renewed what was renewed
     * @param millis how long it took
     */
    private record Turn(RenewedKeys renewed, double millis) {

        /** Secrets a second. */
        double rate() {
            return renewed.subjects() / millis * 1e3;
        }
    }

    private static Turn turningAll(Installation installation, FilledVault vault) throws SQLException {
        vault.loseOneOfEachGroup();
        return turning(installation, vault);
    }

    private static Turn turning(Installation installation, FilledVault vault) throws SQLException {
        var turn = new EpochTurn(installation.part(KeyRing.class), HORIZON);
        var seller = new OneSeller(vault, installation.part(DataSource.class));
        var renewed = new RenewedKeys[1];
        var millis =
                Timed.millis(() -> renewed[0] = turn.turn(seller, step -> {}).renewed());
        return new Turn(renewed[0], millis);
    }

    private void tell(Turn turn) {
        out.printf(
                "epoch turned, each group having lost somebody: %,d keys and %,d secrets wrapped anew in %.2f s; %,.0f secrets a second%n",
                turn.renewed().keys(), turn.renewed().subjects(), turn.millis() / 1e3, turn.rate());
    }

    /** Takes orders in, by turns alone and while one epoch after the other begins, with no pause between them. */
    private void besideTurns(Installation installation, FilledVault vault, int orders) throws SQLException {
        double alone = 0;
        double beside = 0;
        var turns = new AtomicInteger();
        for (int i = 0; i < TIMES; i++) {
            alone += Timed.millis(() -> vault.fill(orders, DAYS));
            var enough = new AtomicBoolean();
            var turning = CompletableFuture.runAsync(() -> turnOn(installation, vault, enough, turns));
            beside += Timed.millis(() -> vault.fill(orders, DAYS));
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
        public void followLedger(UUID seller) {
            var unused = work(ofSeller -> ofSeller.erasures().followLedger());
        }

        @Override
        public <T> T in(UUID seller, Function<Renewal, T> work) {
            return work(ofSeller -> work.apply(ofSeller.renewal()));
        }

        private <T> T work(Function<SellerVault, T> work) {
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
}
