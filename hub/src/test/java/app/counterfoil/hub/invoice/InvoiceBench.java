package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.paper.PdfText;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;

/** Shops, a market whose orders a test makes up, and a bookkeeper, for tests of invoices. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
abstract class InvoiceBench {

    static final String VAT_NUMBER = MadeUpShops.VAT_NUMBER;
    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(36));
    static final MadeUpOrders MARKET = new MadeUpOrders(SANDBOX);
    /** Where the installation looks for more fonts. */
    static final Path FONTS = folderForFonts();

    static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Runnable UNUSED_MARKETPLACE = SANDBOX.world().asItIs();

    @Autowired
    MadeUpShops shops;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private Accounts accounts;

    @Autowired
    HubPages pages;

    @Autowired
    TrainingClock trainingClock;

    @Autowired
    Orders orders;

    @Autowired
    Timeline timeline;

    @Autowired
    IssueInvoices issueInvoices;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoicePdfs pdfs;

    @Autowired
    VatClasses vatClasses;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.fonts", FONTS::toString);
        registry.add("counterfoil.training", () -> "true");
    }

    private static Path folderForFonts() {
        try {
            return Files.createTempDirectory("fonts-").toAbsolutePath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What another class has sold there is not there for this one, in whatever order they come. */
    @BeforeAll
    static void aMarketplaceAsNobodyHasUsedIt() {
        UNUSED_MARKETPLACE.run();
    }

    /** A shop with that VAT number, or none, whose channel is connected. */
    SellerId shop(String vatNumber) {
        var shop = shops.open("Demo Shop (made up)", vatNumber);
        shops.connect(shop, OutsideService.EBAY);
        return shop;
    }

    /** A shop that is registered for VAT and sells most at the standard rate, whose channel is connected. */
    SellerId shopAtTheStandardRate() {
        var shop = shops.openWithVat();
        shops.connect(shop, OutsideService.EBAY);
        return shop;
    }

    void connectAmazon(SellerId shop) {
        shops.connect(shop, OutsideService.AMAZON);
    }

    SignedIn bookkeeper(SellerId shop) {
        return shops.person(shop, Role.BOOKKEEPER);
    }

    /** A fresh order of the market, downloaded. */
    OrderFacts taken(SellerId shop, Consumer<ObjectNode> change) {
        onTheDayOfTheHub();
        return taken(shop, MARKET.ebay(change));
    }

    /** The order of that number at its channel, downloaded. */
    OrderFacts taken(SellerId shop, String number) {
        download(shop);
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 200).stream()
                .filter(order -> order.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
    }

    void download(SellerId shop) {
        onTheDayOfTheHub();
        accounts.of(shop).forEach(downloadOrders::from);
    }

    /** Installations of other tests share the marketplace, and each has its own day. */
    private void onTheDayOfTheHub() {
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
    }

    /** The short invoice of the order, issued now. */
    Invoice issued(SellerId shop, OrderFacts order) {
        return issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
    }

    String page(SignedIn me, String path) throws Exception {
        return pages.page(me, path);
    }

    void send(SignedIn me, String path) throws Exception {
        send(me, path, Map.of());
    }

    void send(SignedIn me, String path, Map<String, String> form) throws Exception {
        var asked = post(path);
        form.forEach(asked::param);
        assertThat(pages.asked(me, asked).getStatus()).as(path).isEqualTo(302);
    }

    static String text(byte[] pdf) throws IOException {
        return PdfText.of(pdf);
    }
}
