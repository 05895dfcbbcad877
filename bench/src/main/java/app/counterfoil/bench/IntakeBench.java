package app.counterfoil.bench;

import app.counterfoil.hub.channel.Channel;
import app.counterfoil.hub.channel.Channel.Window;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.order.Orders;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How fast orders come in: page of JSON over HTTP, read, sealed, searchable, stored durably and once. Beside it, in turns
 * on the same server, the same pages read the same way and stored in plain, and the bulk SQL alone.
 */
final class IntakeBench {

    private static final int ROUNDS = 5;

    private final PrintStream out;
    private final int orders;
    private final int warmUp;
    private final boolean profile;

    /** {@code profile} tells more: which methods and statements the hub's turns were spent in. */
    IntakeBench(PrintStream out, int orders, int warmUp, boolean profile) {
        this.out = out;
        this.orders = orders;
        this.warmUp = warmUp;
        this.profile = profile;
    }

    /** What a number of orders took. */
    private record Took(int orders, Duration time, Processor processor) {

        double rate() {
            return orders / (time.toNanos() / 1e9);
        }

        Took plus(Took other) {
            return new Took(orders + other.orders, time.plus(other.time), processor.plus(other.processor));
        }

        String line(String what) {
            return "%-34s %,8.0f orders/s   processor %6.1f us an order (program %.1f, database %.1f)"
                    .formatted(
                            what,
                            rate(),
                            micros(processor.all()),
                            micros(processor.program()),
                            micros(processor.database()));
        }

        private double micros(Duration time) {
            return time.toNanos() / 1e3 / orders;
        }
    }

    private interface Work {
        void run() throws IOException, SQLException;
    }

    void run() throws IOException, SQLException {
        try (var marketplace = new Marketplace();
                var installation = new Installation(marketplace)) {
            var statements = profile ? Optional.of(new Statements(installation)) : Optional.<Statements>empty();
            try (var connection = installation.owner()) {
                measure(marketplace, installation, new PlainStore(connection), statements);
            }
        }
    }

    private void measure(
            Marketplace marketplace, Installation installation, PlainStore plain, Optional<Statements> statements)
            throws IOException, SQLException {
        var pages = new OrderPages(7);
        var shop = installation.shop();
        out.println("Warming up with " + warmUp + " orders each way ...");
        for (int i = 0; i < 2; i++) {
            round(marketplace, installation, plain, pages, installation.connect(shop, "warm-" + i), warmUp / 2);
        }
        out.println("Measuring " + orders + " orders in " + ROUNDS + " turns ...");
        if (statements.isPresent()) {
            statements.get().begin();
        }
        var rounds = new ArrayList<Round>();
        for (int i = 0; i < ROUNDS; i++) {
            var account = installation.connect(shop, "measured-" + i);
            var round = round(marketplace, installation, plain, pages, account, orders / ROUNDS);
            out.println(round.line(i + 1));
            rounds.add(round);
        }
        var all = rounds.stream().reduce(Round::plus).orElseThrow();
        tell(all);
        var counted = installation.part(Orders.class).counts(shop, Integer.MAX_VALUE).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        out.println("In the hub now: " + counted + " orders of " + (warmUp + orders / ROUNDS * ROUNDS) + ".");
        if (statements.isPresent()) {
            all.profiled().tell(out, orders, "an order");
            statements.get().tell(out, Math.max(1, orders / 100), "a page of 100 orders");
        }
    }

    private record Round(Took sealed, Took plain, Took sql, Profiled profiled) {

        String line(int number) {
            return "  turn %d: sealed %,.0f, plain %,.0f, SQL alone %,.0f orders/s"
                    .formatted(number, sealed.rate(), plain.rate(), sql.rate());
        }

        Round plus(Round other) {
            return new Round(
                    sealed.plus(other.sealed),
                    plain.plus(other.plain),
                    sql.plus(other.sql),
                    profiled.plus(other.profiled));
        }
    }

    private Round round(
            Marketplace marketplace,
            Installation installation,
            PlainStore plain,
            OrderPages pages,
            Account account,
            int count)
            throws IOException, SQLException {
        marketplace.open(account.name(), pages.next(count));
        Took sealed;
        Profiled profiled;
        try (var watched = new Profile()) {
            sealed = took(count, () -> download(installation, account));
            profiled = watched.stop();
        }
        var read = took(count, () -> readAndStore(installation, plain, account));
        marketplace.open(account.name(), pages.next(count));
        var rows = new ArrayList<PlainStore.Rows>();
        eachPage(installation, account, page -> rows.add(PlainStore.rows(page.orders())));
        var sql = took(count, () -> {
            for (var page : rows) {
                plain.store(page);
            }
        });
        marketplace.open(account.name(), List.of());
        return new Round(sealed, read, sql, profiled);
    }

    private static void download(Installation installation, Account account) {
        if (!installation.part(DownloadOrders.class).from(account)) {
            throw new IllegalStateException("The download did not come to its end.");
        }
    }

    private static void readAndStore(Installation installation, PlainStore plain, Account account)
            throws IOException, SQLException {
        eachPage(installation, account, page -> plain.store(PlainStore.rows(page.orders())));
    }

    private interface OfAPage {
        void run(Channel.Page page) throws SQLException;
    }

    private static void eachPage(Installation installation, Account account, OfAPage work) throws SQLException {
        var channel = installation.channel(OutsideService.AMAZON);
        var now = Instant.now();
        var window = new Window(now.minus(Duration.ofDays(30)), now);
        var cursor = "";
        do {
            var page = channel.page(account, window, cursor);
            work.run(page);
            cursor = page.next().orElse("");
        } while (!cursor.isEmpty());
    }

    private static Took took(int orders, Work work) throws IOException, SQLException {
        var processor = Processor.now();
        var start = System.nanoTime();
        work.run();
        return new Took(
                orders,
                Duration.ofNanos(System.nanoTime() - start),
                Processor.now().since(processor));
    }

    private void tell(Round all) {
        var program = all.profiled().sealingShare();
        var whole = program
                * all.sealed().processor().program().toNanos()
                / all.sealed().processor().all().toNanos();
        out.println();
        out.println(all.sealed().line("hub: sealed, searchable, once"));
        out.println(all.plain().line("the same pages, stored in plain"));
        out.println(all.sql().line("the same rows, bulk SQL alone"));
        out.println("ratio to plain             %.2f   (to reach: 0.70)"
                .formatted(all.sealed().rate() / all.plain().rate()));
        out.println("ratio to bulk SQL alone    %.2f"
                .formatted(all.sealed().rate() / all.sql().rate()));
        out.println(
                "sealing                    %.0f %% of the program's processor time, %.0f %% with the database's   (to reach: 25 %%)"
                        .formatted(100 * program, 100 * whole));
    }
}
