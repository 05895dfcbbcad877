package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.TurnOfDay;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.HoldOrders;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderEvent;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.node.ObjectNode;

/** A shop whose channels have sold, for tests of what becomes of its orders there. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
@RecordApplicationEvents
abstract class ChannelBench {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(21));
    private static final Runnable UNUSED_MARKETPLACE = unusedMarketplace();
    private static long touches;

    @Autowired
    MadeUpShops shops;

    @Autowired
    HubPages pages;

    @Autowired
    ConnectChannel connectChannel;

    @Autowired
    Accounts accounts;

    @Autowired
    DownloadOrders downloadOrders;

    @Autowired
    Orders orders;

    @Autowired
    Timeline timeline;

    @Autowired
    OpenPeople openPeople;

    @Autowired
    HoldOrders holdOrders;

    @Autowired
    MoveOrders moveOrders;

    @Autowired
    DownloadStates states;

    @Autowired
    Custody custody;

    @Autowired
    TurnOfDay turnOfDay;

    @Autowired
    BusinessClock clock;

    @Autowired
    ApplicationEvents events;

    SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
    }

    private static Runnable unusedMarketplace() {
        SANDBOX.generate("amazon-1", 90);
        SANDBOX.generate("ebay-1", 90);
        return SANDBOX.world().asItIs();
    }

    /** What another class has changed there is not there for this one, in whatever order they come. */
    @BeforeAll
    static void aMarketplaceAsNobodyHasUsedIt() {
        UNUSED_MARKETPLACE.run();
        touches = 0;
    }

    @BeforeEach
    void aShop() {
        shop = shops.open();
    }

    @AfterEach
    void theBooksOfOrdersAreWell() {
        shops.booksOfOrdersAreWell(shop);
    }

    @AfterAll
    static void whatWasAskedFitsTheContracts() {
        HeldAgainstContracts.check(SANDBOX);
    }

    Account download(String channel) {
        var account = connect(channel, "Test");
        assertThat(downloadOrders.from(account)).isTrue();
        return account;
    }

    Account connect(String channel, String name) {
        var service = OutsideService.valueOf(channel.toUpperCase(Locale.ROOT));
        return connectChannel.connect(shop, service, name, MadeUpShops.credentials(service, 1));
    }

    SignedIn owner() {
        return shops.person(shop, Role.OWNER);
    }

    Recipient recipient(OrderFacts order) {
        return openPeople
                .recipients(owner(), "TEST", List.of(now(order)))
                .get(order.id())
                .opened()
                .orElseThrow();
    }

    OrderFacts ready() {
        return in(OrderState.READY).stream()
                .filter(order -> order.territory().equals(Territory.GREAT_BRITAIN))
                .findFirst()
                .orElseThrow();
    }

    List<OrderFacts> in(OrderState state) {
        return orders.page(shop, OrderFilter.in(state), Optional.empty(), 500);
    }

    List<OrderFacts> all() {
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 500);
    }

    OrderFacts now(OrderFacts order) {
        return orders.one(shop, order.id()).orElseThrow();
    }

    List<OrderEvent> timeline(OrderFacts order) {
        return timeline.of(shop, order.id());
    }

    static ObjectNode truth(String account, OrderFacts order) {
        return truth(account, order.channelOrderId());
    }

    static ObjectNode truth(String account, String number) {
        return SANDBOX.world().account(account).orElseThrow().order(number).orElseThrow();
    }

    /** Puts the order in as changed, late in the window that the next download reads. */
    static void change(String account, ObjectNode order) {
        var at = Instant.now().minusSeconds(400).plusSeconds(++touches);
        order.put(
                account.startsWith("ebay") ? "lastModifiedDate" : "lastUpdatedTime",
                at.truncatedTo(ChronoUnit.SECONDS).toString());
        SANDBOX.world().account(account).orElseThrow().put(order.get("orderId").asString(), order);
    }
}
