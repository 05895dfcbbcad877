package app.counterfoil.bench;

import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.rights.Bundles;
import app.counterfoil.hub.rights.Door;
import app.counterfoil.hub.rights.EraseOnRequest;
import app.counterfoil.hub.rights.FoundOrder;
import app.counterfoil.hub.rights.HandleRequests;
import app.counterfoil.hub.rights.IdentityProof;
import app.counterfoil.hub.rights.Law;
import app.counterfoil.hub.rights.LookForOrders;
import app.counterfoil.hub.rights.RequestKind;
import app.counterfoil.hub.rights.Requester;
import app.counterfoil.hub.rights.Requests;
import app.counterfoil.hub.rights.TakeInRequests;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * What one person with many orders asks for: how long it takes to find them, to make the copy of all that is held, and
 * until nobody can read them any more; in a small store and in a large one, in the same run, so that the ratio shows
 * whether it depends on the size.
 */
final class RightsBench {

    private static final int AT_ONCE = 20_000;
    private static final int TIMES = 5;

    private final PrintStream out;
    private final int ofOne;
    private final int small;
    private final int large;
    private final boolean profile;
    private final OrderPages pages = new OrderPages(11);

    private int accounts;
    private int orders;

    /** So many orders of one person, among so few and so many of others; {@code profile} tells which statements ran. */
    RightsBench(PrintStream out, int ofOne, int small, int large, boolean profile) {
        this.profile = profile;
        this.out = out;
        this.ofOne = ofOne;
        this.small = small;
        this.large = large;
    }

    /** The middle of some times, in milliseconds. */
    private record Took(double found, double copied, double unreadable, double lookedAgain) {}

    void run() throws IOException, SQLException {
        try (var marketplace = new Marketplace();
                var installation = new Installation(marketplace)) {
            var statements = profile ? Optional.of(new Statements(installation)) : Optional.<Statements>empty();
            var shop = installation.shop();
            fill(marketplace, installation, shop, small);
            var unused = measured(marketplace, installation, shop, 1);
            var few = measured(marketplace, installation, shop, TIMES);
            fill(marketplace, installation, shop, large - orders);
            if (statements.isPresent()) {
                statements.get().begin();
            }
            tell(few, measured(marketplace, installation, shop, TIMES));
            if (statements.isPresent()) {
                statements.get().tell(out, TIMES, "a person, their orders taken in and asked for twice");
            }
        }
    }

    private void tell(Took few, Took many) {
        out.printf("one person with %,d orders, among %,d orders and among %,d:%n", ofOne, small, orders);
        line("their orders found", few.found(), many.found(), "");
        line("the copy of all that is held", few.copied(), many.copied(), "   (to reach: 3,000 ms)");
        line("unreadable", few.unreadable(), many.unreadable(), "   (to reach: 100 ms)");
        line("looked for again", few.lookedAgain(), many.lookedAgain(), "");
    }

    private void line(String what, double few, double many, String toReach) {
        out.printf("  %-30s %,9.1f ms   %,9.1f ms   ratio %.2f%s%n", what, few, many, many / few, toReach);
    }

    /** Then the database learns what is in its tables, as by itself within a minute of such a download. */
    private void fill(Marketplace marketplace, Installation installation, SellerId shop, int count)
            throws IOException, SQLException {
        out.printf("Filling the store with %,d orders ...%n", count);
        for (int left = count; left > 0; left -= AT_ONCE) {
            download(marketplace, installation, shop, pages.next(Math.min(left, AT_ONCE)));
        }
        orders += count;
        try (var server = installation.superuser();
                var statement = server.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    private void download(Marketplace marketplace, Installation installation, SellerId shop, List<byte[]> sold) {
        var account = installation.connect(shop, "rights-" + accounts++);
        marketplace.open(account.name(), sold);
        if (!installation.part(DownloadOrders.class).from(account)) {
            throw new IllegalStateException("The orders were not taken in.");
        }
        marketplace.open(account.name(), List.of());
    }

    private Took measured(Marketplace marketplace, Installation installation, SellerId shop, int times)
            throws SQLException {
        var took = new ArrayList<Took>();
        for (int i = 0; i < times; i++) {
            var email = "one-of-many-" + accounts + "@bench.example";
            download(marketplace, installation, shop, pages.ofOne(ofOne, email, "07700 91%04d".formatted(accounts)));
            orders += ofOne;
            took.add(once(installation, shop, email));
        }
        return new Took(
                middle(took.stream().map(Took::found).toList()),
                middle(took.stream().map(Took::copied).toList()),
                middle(took.stream().map(Took::unreadable).toList()),
                middle(took.stream().map(Took::lookedAgain).toList()));
    }

    private static double middle(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private Took once(Installation installation, SellerId shop, String email) throws SQLException {
        var access = asked(installation, shop, RequestKind.ACCESS, email);
        var found = Timed.millis(() -> installation.part(LookForOrders.class).lookFor(shop, access, HubJob.REQUESTS));
        var copied = Timed.millis(() -> installation.part(Bundles.class).make(shop, access, HubJob.REQUESTS));
        var erasure = asked(installation, shop, RequestKind.ERASURE, email);
        var unused = installation.part(LookForOrders.class).lookFor(shop, erasure, HubJob.REQUESTS);
        var theirs = installation.part(Requests.class).orders(shop, erasure).stream()
                .filter(FoundOrder::theirs)
                .map(FoundOrder::order)
                .map(OrderId::new)
                .toList();
        if (theirs.size() != ofOne) {
            throw new IllegalStateException("Found " + theirs.size() + " orders of " + ofOne);
        }
        installation.part(MoveOrders.class).to(OrderState.DISPATCHED, shop, theirs, Optional.empty());
        return erased(installation, shop, erasure, theirs, found, copied);
    }

    private static Took erased(
            Installation installation, SellerId shop, UUID erasure, List<OrderId> theirs, double found, double copied)
            throws SQLException {
        var subjects = installation.part(Orders.class).of(shop, theirs).stream()
                .map(OrderFacts::subject)
                .toList();
        var begun = System.nanoTime();
        var gone = CompletableFuture.supplyAsync(() -> whenGone(installation.part(Custody.class), shop, subjects));
        var whole =
                Timed.millis(() -> installation.part(EraseOnRequest.class).carryOut(shop, erasure, HubJob.REQUESTS));
        var unreadable = (gone.join() - begun) / 1e6;
        return new Took(found, copied, unreadable, whole - unreadable);
    }

    /** The moment from which all of them are forgotten for delivery and service: asked again and again, from beside. */
    private static long whenGone(Custody custody, SellerId shop, List<SubjectId> subjects) {
        var last = subjects.subList(subjects.size() - 1, subjects.size());
        while (custody.in(shop, vault -> vault.erasures().forgotten(Purpose.SERVICE, last))
                .isEmpty()) {
            LockSupport.parkNanos(2_000_000);
        }
        return System.nanoTime();
    }

    private static UUID asked(Installation installation, SellerId shop, RequestKind kind, String email) {
        var id = installation
                .part(TakeInRequests.class)
                .takeIn(
                        shop,
                        new TakeInRequests.Incoming(
                                kind,
                                Door.STAFF,
                                Law.UK,
                                installation.part(BusinessClock.class).today(),
                                new Requester("", email, "", "", "", List.of(), "Made up by a benchmark")),
                        Optional.empty());
        installation.part(HandleRequests.class).identityKnown(shop, id, IdentityProof.CALLED_BACK, Optional.empty());
        return id;
    }
}
