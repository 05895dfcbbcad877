package app.counterfoil.hub.browser;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.HoldOrders;
import app.counterfoil.hub.order.HoldReason;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A shop with a courier, orders of the sandbox and a person of each role, looked at in a real browser. */
@SpringBootTest(
        classes = {Counterfoil.class, MadeUpShops.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class BrowserBench {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(19));

    private static final Runnable UNUSED_MARKETPLACE = unusedMarketplace();

    @LocalServerPort
    int port;

    @Autowired
    MadeUpShops shops;

    @Autowired
    private ConnectChannel connectChannel;

    @Autowired
    DownloadOrders downloadOrders;

    @Autowired
    TrainingClock trainingClock;

    @Autowired
    Orders orders;

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private HoldOrders holdOrders;

    SellerId shop = new SellerId(new UUID(0, 0));
    Account account = new Account(shop, shop.value(), OutsideService.EBAY, "");
    private String mailHost = "";
    Browser browser;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.operator.name", () -> "Demo Hosting (made up)");
        registry.add("counterfoil.operator.reach", () -> "data@operator.example");
        registry.add("counterfoil.dispatch.settle", () -> "0s");
        registry.add("counterfoil.training", () -> "true");
        registry.add("counterfoil.new-password", () -> "true");
    }

    private static Runnable unusedMarketplace() {
        SANDBOX.generate("amazon-1", 60);
        return SANDBOX.world().asItIs();
    }

    /** What another class has changed there is not there for this one, in whatever order they come. */
    @BeforeAll
    static void aMarketplaceAsNobodyHasUsedIt() {
        UNUSED_MARKETPLACE.run();
    }

    /** Before anything of a test, so that there is nothing to put away either. */
    @BeforeAll
    static void thereIsABrowser() {
        Browser.assumeInstalled();
    }

    @BeforeEach
    void aShopWithOrders() {
        // A test may have moved the clock of the hub that all share; a marketplace a day behind refuses to be asked.
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        browser = Browser.start();
        mailHost = UUID.randomUUID() + ".example";
        shop = shops.open("Demo Shop (made up)", MadeUpShops.VAT_NUMBER);
        for (var role : Role.values()) {
            shops.person(shop, role, mail(role));
        }
        account = connectChannel.connect(
                shop, OutsideService.AMAZON, "Amazon UK", MadeUpShops.credentials(OutsideService.AMAZON, 1));
        shops.connect(shop, OutsideService.ROYAL_MAIL);
        downloadOrders.from(account);
    }

    @AfterEach
    void away() {
        SANDBOX.faults().clear();
        browser.close();
    }

    ShopInABrowser signedIn(Role role) {
        var here = new ShopInABrowser(browser, port);
        here.signIn(mail(role));
        return here;
    }

    /** Books the first order of the list that goes to somebody in the United Kingdom. */
    static void book(ShopInABrowser here, String service) {
        tryToBook(here, service);
        here.follow("Go on to print the labels");
    }

    /** The same, whatever comes of it. */
    static void tryToBook(ShopInABrowser here, String service) {
        here.open("/dispatch");
        here.page()
                .locator("form[action$='/book'] tbody tr")
                .filter(new Locator.FilterOptions().setHasText("United Kingdom"))
                .first()
                .locator("input[name=order]")
                .check();
        here.page().getByLabel("Service in the UK").selectOption(service);
        here.press("Book the ticked");
    }

    void move(OrderId order, OrderState to) {
        moveOrders.to(to, shop, List.of(order), Optional.empty());
    }

    void hold(OrderId order, HoldReason because) {
        holdOrders.hold(shop, List.of(order), because, Optional.empty());
    }

    OrderId inState(OrderState state) {
        return orders.page(shop, OrderFilter.in(state), Optional.empty(), 1)
                .get(0)
                .id();
    }

    String mail(Role role) {
        return role.name().toLowerCase(Locale.ROOT) + "@" + mailHost;
    }

    static void change(String sql) {
        DATABASE.change(sql);
    }
}
