package app.counterfoil.bench;

import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.SampleInvoices;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.paper.CannotPrint;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.tax.VatClass;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many papers a core prints in a second, and whether two programs that number invoices of one shop at the same time leave
 * no gap. The reference of a paper is the same sale issued whole: numbered, stored, printed and sealed.
 */
final class InvoicesBench {

    private static final int AT_ONCE = 20_000;
    private static final int WARM = 300;

    private final PrintStream out;
    private final int invoices;
    private final int papers;
    private final AtomicInteger issued = new AtomicInteger();

    /** So many invoices by two nodes, and so many papers for each figure. */
    InvoicesBench(PrintStream out, int invoices, int papers) {
        this.out = out;
        this.invoices = invoices;
        this.papers = papers;
    }

    void run() throws IOException, SQLException {
        try (var marketplace = new Marketplace();
                var first = new Installation(marketplace)) {
            var second = first.besides(marketplace.address());
            try {
                var shop = shop(first);
                var orders = orders(marketplace, first, shop, invoices + 6 * papers);
                printed(first, shop);
                issued(first, shop, orders.subList(invoices, orders.size()));
                numbered(List.of(first, second), shop, orders.subList(0, invoices));
                told(first);
            } finally {
                second.leave();
            }
        }
    }

    private static SellerId shop(Installation hub) {
        var business = new Business("Bench Shop (made-up data)", List.of("1 Example Row"), "LS1 9ZZ", "GB100000034");
        var shop = hub.part(OpenShop.class).open(business);
        hub.part(VatClasses.class).sayMost(shop, VatClass.STANDARD, Optional.empty());
        return shop;
    }

    private static List<OrderId> orders(Marketplace marketplace, Installation hub, SellerId shop, int count)
            throws SQLException, IOException {
        var pages = new OrderPages(23);
        for (int left = count, number = 0; left > 0; left -= AT_ONCE, number++) {
            var account = hub.connect(shop, "invoices-" + number);
            marketplace.open(account.name(), pages.next(Math.min(left, AT_ONCE)));
            if (!hub.part(DownloadOrders.class).from(account)) {
                throw new IllegalStateException("The orders were not taken in.");
            }
        }
        var orders = new ArrayList<OrderId>();
        try (var database = hub.superuser();
                var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT order_id FROM counterfoil.order_order"
                        + " WHERE state NOT IN ('CANCELLED', 'AWAITING_PAYMENT') ORDER BY order_id")) {
            while (rows.next()) {
                orders.add(new OrderId(rows.getObject(1, UUID.class)));
            }
        }
        return orders;
    }

    private void printed(Installation hub, SellerId shop) {
        var sample = hub.part(SampleInvoices.class);
        repeat(WARM, () -> sample.pdf(shop, Optional.empty()));
        var each = perPaper(papers, () -> sample.pdf(shop, Optional.empty()));
        out.printf("a plain paper, printed: %.1f ms of a core, %.1f a second (to reach: 40)%n", each, 1_000 / each);
    }

    private void issued(Installation hub, SellerId shop, List<OrderId> orders) {
        var next = orders.iterator();
        var issue = hub.part(IssueInvoices.class);
        for (var full : List.of(false, true)) {
            Runnable one = () -> {
                // Some are sold to names that not every machine has letters for.
                while (!isIssued(issue, shop, next.next(), full)) {}
            };
            repeat(papers, one);
            var each = perPaper(papers, one);
            out.printf(
                    "%s, numbered, stored, printed and sealed: %.1f ms of a core, %.1f a second%n",
                    full ? "a full invoice with its form for machines (PDF/A-3 with EN 16931)" : "a short invoice",
                    each,
                    1_000 / each);
        }
    }

    private void numbered(List<Installation> nodes, SellerId shop, List<OrderId> orders) {
        var begun = System.nanoTime();
        var all = new ArrayList<CompletableFuture<Void>>();
        for (int node = 0; node < nodes.size(); node++) {
            var from = orders.size() * node / nodes.size();
            var mine = orders.subList(from, orders.size() * (node + 1) / nodes.size());
            var issue = nodes.get(node).part(IssueInvoices.class);
            all.add(CompletableFuture.runAsync(() -> mine.forEach(order -> isIssued(issue, shop, order, false))));
        }
        all.forEach(CompletableFuture::join);
        var seconds = (System.nanoTime() - begun) / 1e9;
        out.printf(
                "%,d invoices by %d nodes at once: %.1f s, %.0f a second%n",
                orders.size(), nodes.size(), seconds, orders.size() / seconds);
    }

    private boolean isIssued(IssueInvoices issue, SellerId shop, OrderId order, boolean full) {
        try {
            var unused = issue.forOrder(shop, order, full, Optional.empty());
            issued.incrementAndGet();
            return true;
        } catch (CannotPrint otherLetters) {
            return false;
        }
    }

    private void told(Installation hub) throws SQLException, IOException {
        try (var database = hub.superuser();
                var statement = database.createStatement();
                var row = statement.executeQuery("SELECT count(*), count(DISTINCT number), min(number), max(number)"
                        + " FROM counterfoil.invoice_invoice")) {
            row.next();
            var expected = issued.get();
            if (row.getLong(1) != expected
                    || row.getLong(2) != expected
                    || row.getLong(3) != 1
                    || row.getLong(4) != expected) {
                throw new IllegalStateException("%d invoices have %d numbers from %d to %d"
                        .formatted(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
            }
            out.printf("their numbers go from 1 to %,d without a gap and without a twin%n", expected);
        }
    }

    private static void repeat(int times, Runnable one) {
        for (int time = 0; time < times; time++) {
            one.run();
        }
    }

    /** Milliseconds of processor time of this thread for each. */
    private static double perPaper(int times, Runnable one) {
        var threads = ManagementFactory.getThreadMXBean();
        var begun = threads.getCurrentThreadCpuTime();
        repeat(times, one);
        return (threads.getCurrentThreadCpuTime() - begun) / 1e6 / times;
    }
}
