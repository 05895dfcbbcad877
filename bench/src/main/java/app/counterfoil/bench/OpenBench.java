package app.counterfoil.bench;

import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Role;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * How long a page of 50 orders takes, opened, journalled and rendered, as a packer who is signed in asks for it over HTTP,
 * and a search for a name. Beside both, in turns, the same page for a bookkeeper, whose role opens nobody: the difference
 * is what opening people costs.
 */
final class OpenBench {

    private final PrintStream out;
    private final int orders;
    private final int pages;
    private final int warmUp;
    private final boolean profile;

    /** {@code profile} tells more: in which methods and statements the packer's pages were spent, and only they are asked for. */
    OpenBench(PrintStream out, int orders, int pages, int warmUp, boolean profile) {
        this.out = out;
        this.orders = orders;
        this.pages = pages;
        this.warmUp = warmUp;
        this.profile = profile;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (var marketplace = new Marketplace();
                var installation = new Installation(marketplace)) {
            var statements = profile ? Optional.of(new Statements(installation)) : Optional.<Statements>empty();
            var shop = installation.shop();
            marketplace.open("open", new OrderPages(7).next(orders));
            installation.part(DownloadOrders.class).from(installation.connect(shop, "open"));
            var people = installation.part(AddPerson.class);
            people.add(shop, Role.PACKER, "Bench Packer", "packer@bench.example", Visitor.PASSWORD);
            people.add(shop, Role.BOOKKEEPER, "Bench Books", "books@bench.example", Visitor.PASSWORD);
            var packer = new Visitor(installation.address(), "packer@bench.example");
            var books = new Visitor(installation.address(), "books@bench.example");
            out.println("Warming up with " + warmUp + " pages each ...");
            var unused = measured(packer, books, warmUp);
            out.println("Measuring " + pages + " pages each, of 50 of " + orders + " orders ...");
            if (statements.isPresent()) {
                profiled(statements.get(), "a page of the list", packer::list);
                profiled(statements.get(), "a search for a name", packer::search);
            } else {
                tell(measured(packer, books, pages));
            }
        }
    }

    private record Taken(Histogram opened, Histogram searched, Histogram closed) {}

    private static Taken measured(Visitor packer, Visitor books, int pages) throws IOException, InterruptedException {
        var taken = new Taken(new Histogram(3), new Histogram(3), new Histogram(3));
        for (int i = 0; i < pages; i++) {
            taken.opened().recordValue(packer.list(true));
            taken.searched().recordValue(packer.search(true));
            taken.closed().recordValue(books.list(false));
        }
        return taken;
    }

    private interface Look {
        long at(boolean named) throws IOException, InterruptedException;
    }

    private void profiled(Statements statements, String each, Look look)
            throws IOException, InterruptedException, SQLException {
        statements.begin();
        try (var watched = new Profile()) {
            for (int i = 0; i < pages; i++) {
                look.at(true);
            }
            watched.stop().tell(out, pages, each);
        }
        statements.tell(out, pages, each);
    }

    private void tell(Taken taken) {
        out.println();
        out.println(line("opened, journalled and rendered", taken.opened()));
        out.println(line("found by a name and opened", taken.searched()));
        out.println(line("rendered without anybody", taken.closed()));
        var closed = (double) taken.closed().getValueAtPercentile(50);
        out.println("ratio of the medians       %.2f opened, %.2f found"
                .formatted(
                        taken.opened().getValueAtPercentile(50) / closed,
                        taken.searched().getValueAtPercentile(50) / closed));
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
