package app.counterfoil.bench;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.custody.TurnOfDay;
import app.counterfoil.hub.measure.SellerId;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * How long it takes to check a whole shop, every sealed record opened: each check by itself, with the processor time of
 * program and database, and what that makes for a million orders.
 */
final class VerifyBench {

    private static final int AT_ONCE = 10_000;
    private static final int MILLION = 1_000_000;

    private final PrintStream out;
    private final int orders;

    VerifyBench(PrintStream out, int orders) {
        this.out = out;
        this.orders = orders;
    }

    void run() throws IOException {
        try (var marketplace = new Marketplace();
                var installation = new Installation(marketplace)) {
            var shop = installation.shop();
            out.println("Taking in " + orders + " orders ...");
            fill(marketplace, installation, shop);
            installation.part(TurnOfDay.class).turn();
            out.println("Checking them twice; the first time the program is cold, as ./counterfoil verify is ...");
            check(installation, shop);
            check(installation, shop);
        }
    }

    private void fill(Marketplace marketplace, Installation installation, SellerId shop) {
        var pages = new OrderPages(7);
        for (int from = 0; from < orders; from += AT_ONCE) {
            var account = "verify-" + from;
            marketplace.open(account, pages.next(Math.min(AT_ONCE, orders - from)));
            if (!installation.part(DownloadOrders.class).from(installation.connect(shop, account))) {
                throw new IllegalStateException("The download did not come to its end.");
            }
            marketplace.open(account, List.of());
        }
    }

    private void check(Installation installation, SellerId shop) {
        out.println();
        var all = Processor.now();
        var begun = System.nanoTime();
        installation.parts(BookCheck.class).forEach(check -> {
            var processor = Processor.now();
            var start = System.nanoTime();
            var found = check.of(shop);
            if (!found.flaws().isEmpty()) {
                throw new IllegalStateException("The shop is not well: " + found.flaws());
            }
            tell(check.name(), System.nanoTime() - start, Processor.now().since(processor), found.counted());
        });
        var took = System.nanoTime() - begun;
        var processor = Processor.now().since(all);
        tell("all", took, processor, "");
        out.println("a million orders, by that  %.0f s as it ran (to reach: 60 s), %.0f s of one core"
                .formatted(perMillion(took), perMillion(processor.all().toNanos())));
    }

    private double perMillion(long nanos) {
        return nanos / 1e9 * MILLION / orders;
    }

    private void tell(String what, long nanos, Processor processor, String counted) {
        out.println("%-22s %7.2f s   processor %7.2f s (program %.2f, database %.2f)   %s"
                .formatted(
                        what,
                        nanos / 1e9,
                        seconds(processor.all()),
                        seconds(processor.program()),
                        seconds(processor.database()),
                        counted));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
