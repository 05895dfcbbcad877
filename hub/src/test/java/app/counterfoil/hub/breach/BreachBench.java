package app.counterfoil.hub.breach;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A shop with orders of two channels, whose people somebody opens, and incidents of it. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
abstract class BreachBench {

    static final HubDatabase DATABASE = HubDatabase.fresh();
    static final Sandbox SANDBOX = aMarketplace();

    @Autowired
    MadeUpShops shops;

    @Autowired
    HubPages pages;

    @Autowired
    Breaches breaches;

    @Autowired
    Orders orders;

    @Autowired
    OpenPeople openPeople;

    @Autowired
    Custody custody;

    @Autowired
    TrainingClock trainingClock;

    @Autowired
    BusinessClock clock;

    SellerId shop = new SellerId(new UUID(0, 0));

    private static Sandbox aMarketplace() {
        var sandbox = Sandbox.start(SandboxSettings.forTests(61));
        sandbox.generate("amazon-1", 20);
        sandbox.generate("ebay-1", 20);
        return sandbox;
    }

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        SandboxOutside.returns(registry, SANDBOX);
        registry.add("counterfoil.dispatch.settle", () -> "0s");
        registry.add("counterfoil.training", () -> "true");
    }

    @BeforeEach
    void aShop() {
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        shop = shops.open();
    }

    SignedIn owner() {
        return shops.person(shop, Role.OWNER);
    }

    /** The orders of a channel of which somebody is held. */
    List<OrderFacts> downloaded(SellerId of, OutsideService channel) {
        shops.download(of, channel);
        return orders.page(of, OrderFilter.all(), Optional.empty(), 1_000).stream()
                .filter(order -> order.service() == channel)
                .filter(order -> order.recipientEndsOn().isPresent())
                .toList();
    }

    UUID incident() {
        return breaches.open(owner(), told(false));
    }

    Incident.Told told(boolean drill) {
        var now = clock.now();
        return new Incident.Told(
                drill, Set.of(Harm.CONFIDENTIALITY), Cause.SIGN_IN_MISUSED, Optional.empty(), now, now);
    }

    Scope.Found count(UUID incident, Question question) {
        return breaches.scope(owner(), incident, question).found();
    }

    Question openedBy(SignedIn person, Instant from) {
        return new Question(Asked.STAFF, from, later(), Optional.of(person.id()), Optional.empty(), "");
    }

    Question about(Asked asked, OutsideService service) {
        return new Question(asked, Instant.EPOCH, later(), Optional.empty(), Optional.of(service), "");
    }

    Instant later() {
        return clock.now().plus(Duration.ofMinutes(1));
    }
}
