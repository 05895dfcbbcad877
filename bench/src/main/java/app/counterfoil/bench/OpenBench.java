package app.counterfoil.bench;

import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Role;
import java.io.IOException;
import java.io.PrintStream;
import org.HdrHistogram.Histogram;

/**
 * How long a page of 50 orders takes, opened, journalled and rendered, as a signed-in owner asks for it over HTTP. Beside
 * it, in turns, the same page for a bookkeeper, whose role opens nobody: the difference is what opening people costs.
 */
final class OpenBench {

    private static final int ORDERS = 5_000;

    private final PrintStream out;
    private final int pages;
    private final int warmUp;

    OpenBench(PrintStream out, int pages, int warmUp) {
        this.out = out;
        this.pages = pages;
        this.warmUp = warmUp;
    }

    void run() throws IOException, InterruptedException {
        try (var marketplace = new Marketplace();
                var installation = new Installation(marketplace)) {
            var shop = installation.shop();
            marketplace.open("open", new OrderPages(7).next(ORDERS));
            installation.part(DownloadOrders.class).from(installation.connect(shop, "open"));
            var people = installation.part(AddPerson.class);
            people.add(shop, Role.OWNER, "Bench Owner", "owner@bench.example", Visitor.PASSWORD);
            people.add(shop, Role.BOOKKEEPER, "Bench Books", "books@bench.example", Visitor.PASSWORD);
            var owner = new Visitor(installation.address(), "owner@bench.example");
            var books = new Visitor(installation.address(), "books@bench.example");
            out.println("Warming up with " + warmUp + " pages each ...");
            var unused = measured(owner, books, warmUp);
            out.println("Measuring " + pages + " pages each, of 50 of " + ORDERS + " orders ...");
            var taken = measured(owner, books, pages);
            out.println();
            out.println(line("opened, journalled and rendered", taken.opened()));
            out.println(line("rendered without anybody", taken.closed()));
            out.println("ratio of the medians       %.2f"
                    .formatted((double) taken.opened().getValueAtPercentile(50)
                            / taken.closed().getValueAtPercentile(50)));
        }
    }

    private record Taken(Histogram opened, Histogram closed) {}

    private static Taken measured(Visitor owner, Visitor books, int pages) throws IOException, InterruptedException {
        var taken = new Taken(new Histogram(3), new Histogram(3));
        for (int i = 0; i < pages; i++) {
            taken.opened().recordValue(owner.list(true));
            taken.closed().recordValue(books.list(false));
        }
        return taken;
    }

    private static String line(String what, Histogram times) {
        return "%-34s p50 %6.2f ms   p99 %6.2f ms   most %6.2f ms"
                .formatted(
                        what,
                        times.getValueAtPercentile(50) / 1e6,
                        times.getValueAtPercentile(99) / 1e6,
                        times.getMaxValue() / 1e6);
    }
}
