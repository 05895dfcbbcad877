package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.HeldAgainstContracts;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A shop with a packer, channels from the sandbox, and a courier of its own whose every call can go wrong. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
@Import(PackingBench.Unlucky.class)
@TestPropertySource(properties = "counterfoil.royal-mail.api=${bench.own-courier}")
abstract class PackingBench {

    /** Another module that hears of dispatched parcels, and fails when it is told to. */
    static final class Unlucky {

        final AtomicBoolean fails = new AtomicBoolean();
        final List<UUID> heard = new CopyOnWriteArrayList<>();

        @EventListener
        void hear(ShipmentsDispatched left) {
            if (fails.get()) {
                throw new IllegalStateException("a module that fails");
            }
            heard.addAll(left.shipments());
        }
    }

    static final ParcelWish WISH = new ParcelWish("TPN24", "smallParcel", new Weight(450));
    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(33));
    static final OwnCourier COURIER = OwnCourier.open();
    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Runnable UNUSED_MARKETPLACE = unusedMarketplace();
    private static Duration ordersOf = Duration.ZERO;

    @Autowired
    MadeUpShops shops;

    @Autowired
    private ConnectChannel connectChannel;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    HubPages pages;

    @Autowired
    Orders orders;

    @Autowired
    Timeline timeline;

    @Autowired
    Shipments shipments;

    @Autowired
    BookShipments bookShipments;

    SellerId shop = new SellerId(new UUID(0, 0));

    private static Runnable unusedMarketplace() {
        SANDBOX.generate("amazon-1", 100);
        SANDBOX.generate("ebay-1", 60);
        return SANDBOX.world().asItIs();
    }

    /** What another class has changed there is not there for this one, in whatever order they come. */
    @BeforeAll
    static void aMarketplaceAsNobodyHasUsedIt() {
        UNUSED_MARKETPLACE.run();
        ordersOf = Duration.ZERO;
    }

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        for (var api : List.of("amazon.api", "amazon.sign-in", "ebay.api")) {
            registry.add("counterfoil." + api, SANDBOX::address);
        }
        registry.add("bench.sandbox", SANDBOX::address);
        registry.add("bench.own-courier", COURIER::address);
        registry.add("counterfoil.outside.pause", () -> "5ms");
        registry.add("counterfoil.outside.patience", () -> "3s");
        registry.add("counterfoil.dispatch.settle", () -> "0s");
        registry.add("counterfoil.training", () -> "true");
    }

    @BeforeEach
    void aShop() {
        // Each installation has its own clock, and a new shop downloads no orders of long ago or of days to come.
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        if (!trainingClock.ahead().equals(ordersOf)) {
            changed("amazon-1", "lastUpdatedTime");
            changed("ebay-1", "lastModifiedDate");
            ordersOf = trainingClock.ahead();
        }
        shop = shops.open();
    }

    @AfterEach
    void theBooksOfOrdersAreWell() {
        shops.booksOfOrdersAreWell(shop);
    }

    @AfterEach
    void everybodyBehaves() {
        SANDBOX.faults().clear();
        COURIER.behave();
    }

    private static void changed(String account, String timeOfChange) {
        var at = SANDBOX.world().clock().instant().minusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
        var channel = SANDBOX.world().account(account).orElseThrow();
        for (var order : channel.orders()) {
            channel.put(order.get("orderId").asString(), order.deepCopy().put(timeOfChange, at.toString()));
        }
    }

    @AfterAll
    static void whatWasAskedFitsTheContracts() {
        HeldAgainstContracts.check(SANDBOX);
    }

    SignedIn packer() {
        return person(Role.PACKER);
    }

    SignedIn owner() {
        return person(Role.OWNER);
    }

    SignedIn person(Role role) {
        return shops.person(shop, role);
    }

    /** Connects the channel's first account and a courier, and downloads. */
    void connect(OutsideService channel) {
        connect(channel, "first-key");
    }

    /** Connects the channel's first account and a courier that knows this key, and downloads. */
    void connect(OutsideService channel, String key) {
        courier(key);
        connectToo(channel);
    }

    /** Connects the channel's first account beside what is connected, and downloads. */
    void connectToo(OutsideService channel) {
        shops.download(shop, channel);
    }

    Account courier(String key) {
        return connectChannel.connect(shop, OutsideService.ROYAL_MAIL, key, List.of(key));
    }

    List<OrderFacts> ready(int many) {
        var found = shops.ready(shop).limit(many).toList();
        assertThat(found).hasSize(many);
        return found;
    }

    Shipment parcel(OrderFacts order) {
        return shipments.ofOrder(shop, order.id()).get(0);
    }

    List<Shipment> parcels(List<OrderFacts> of) {
        return List.copyOf(shipments.latest(shop, ids(of)).values());
    }

    OrderState state(OrderFacts order) {
        return orders.one(shop, order.id()).orElseThrow().state();
    }

    static List<OrderId> ids(List<OrderFacts> of) {
        return of.stream().map(OrderFacts::id).toList();
    }

    /** Days go by; the sandbox keeps step, as it does for an installation in training. */
    /** Changes the database past the application. */
    static void change(String sql) {
        DATABASE.change(sql);
    }

    void forward(int days) {
        trainingClock.forward(days, turned -> {});
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
    }

    /** What the channel was told of the order's parcels. */
    static List<JsonNode> confirmations(OrderFacts order) {
        return SANDBOX.world()
                .account(order.service() == OutsideService.AMAZON ? "amazon-1" : "ebay-1")
                .orElseThrow()
                .confirmations(order.channelOrderId());
    }

    /** Changes an order at its channel, as its buyer or the channel does. */
    static void atChannel(OrderFacts order, Consumer<ObjectNode> change) {
        var account = SANDBOX.world()
                .account(order.service() == OutsideService.AMAZON ? "amazon-1" : "ebay-1")
                .orElseThrow();
        var json = account.order(order.channelOrderId()).orElseThrow();
        change.accept(json);
        account.put(order.channelOrderId(), json);
    }
}
