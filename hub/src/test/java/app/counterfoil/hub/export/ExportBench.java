package app.counterfoil.hub.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.sandbox.ebay.EbayOrderJson;
import app.counterfoil.sandbox.world.Sale;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A shop with orders of a channel, of which files are made. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
abstract class ExportBench {

    static final HubDatabase DATABASE = HubDatabase.fresh();
    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(67));

    @Autowired
    MadeUpShops shops;

    @Autowired
    HubPages pages;

    @Autowired
    MakeCopy makeCopy;

    @Autowired
    Copies copies;

    @Autowired
    Orders orders;

    @Autowired
    Disclosures disclosures;

    @Autowired
    Custody custody;

    @Autowired
    TrainingClock trainingClock;

    @Autowired
    BusinessClock clock;

    @Autowired
    private List<BookCheck> checks;

    private static final AtomicInteger NUMBERS = new AtomicInteger(70_100);

    SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.dispatch.settle", () -> "0s");
        registry.add("counterfoil.training", () -> "true");
        // Tests ask again and again whether a file is made.
        registry.add("counterfoil.api.calls-a-minute", () -> "100000");
    }

    @BeforeEach
    void aShopWithOrders() {
        // Whenever a test has moved the clock to: what was sold long before is not told to a new account.
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        sells(12);
        shop = shops.openWithVat();
        shops.download(shop, OutsideService.EBAY);
    }

    @AfterEach
    void theBooksAreWell() {
        for (var check : checks) {
            assertThat(check.of(shop).flaws()).as(check.name()).isEmpty();
        }
    }

    SignedIn owner() {
        return as(Role.OWNER);
    }

    SignedIn as(Role role) {
        return shops.person(shop, role);
    }

    /** So many people buy something, each something of their own. */
    private static void sells(int many) {
        for (int i = 0; i < many; i++) {
            int number = NUMBERS.incrementAndGet();
            var order = EbayOrderJson.of(sale(number), 1);
            SANDBOX.world()
                    .account("ebay-1")
                    .orElseThrow()
                    .put(order.get("orderId").asString(), order);
        }
    }

    private static Sale sale(int number) {
        return new Sale(
                number,
                SANDBOX.world().clock().instant().minusSeconds(600),
                new Sale.Buyer(
                        "Testa Demoson-" + number,
                        "testa" + number,
                        "testa" + number + "@relay.example",
                        Optional.empty(),
                        Optional.empty()),
                new Sale.Destination(
                        number + " Example Row", "", "Leeds", "", "LS1 9AB", "GB", "07700 900" + number % 1_000),
                List.of(new Sale.Line("MUG", "A mug", 1, 1_200, 0)),
                300,
                "GBP",
                "",
                "",
                Sale.State.UNSHIPPED,
                false,
                Set.of());
    }

    List<OrderFacts> all() {
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 1_000);
    }

    static ExportWish wish(ExportPurpose purpose) {
        return wish(purpose, CopyFormat.CSV);
    }

    static ExportWish wish(ExportPurpose purpose, CopyFormat format) {
        return new ExportWish(
                purpose, Optional.empty(), "made up by a test", format, ExportWish.USUAL_DAYS, OrderFilter.all());
    }

    static ExportWish to(OutsideService recipient, ExportPurpose purpose) {
        return new ExportWish(
                purpose,
                Optional.of(recipient.name()),
                "made up by a test",
                CopyFormat.CSV,
                ExportWish.USUAL_DAYS,
                OrderFilter.all());
    }

    Copy made(SignedIn by, ExportWish wish) {
        var maker = Maker.of(by);
        return makeCopy.make(maker, wish, makeCopy.begin(maker, wish), (done, total, sentence) -> {});
    }

    String text(Copy copy) {
        return text(copies.fetch(shop, copy.id(), owner()));
    }

    static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
