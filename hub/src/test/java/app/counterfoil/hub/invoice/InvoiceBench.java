package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** Shops, a market whose orders a test makes up, and a bookkeeper, for tests of invoices. */
@SpringBootTest(classes = Counterfoil.class, webEnvironment = WebEnvironment.MOCK)
abstract class InvoiceBench {

    static final String VAT_NUMBER = "GB100000034";
    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(36));
    static final MadeUpOrders MARKET = new MadeUpOrders(SANDBOX);
    static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Runnable UNUSED_MARKETPLACE = SANDBOX.world().asItIs();

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    private ConnectChannel connectChannel;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private Accounts accounts;

    @Autowired
    private UserDetailsService people;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    TrainingClock trainingClock;

    @Autowired
    Orders orders;

    @Autowired
    IssueInvoices issueInvoices;

    @Autowired
    Invoices invoices;

    @Autowired
    VatClasses vatClasses;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.ebay.api", SANDBOX::address);
        registry.add("counterfoil.training", () -> "true");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    /** What another class has sold there is not there for this one, in whatever order they come. */
    @BeforeAll
    static void aMarketplaceAsNobodyHasUsedIt() {
        UNUSED_MARKETPLACE.run();
    }

    /** A shop with that VAT number, or none, whose channel is connected. */
    SellerId shop(String vatNumber) {
        var shop = openShop.open(new Business("Demo Shop (made up)", List.of("1 Example Row"), "LS1 9ZZ", vatNumber));
        connectChannel.connect(
                shop,
                OutsideService.EBAY,
                "Test",
                List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1"));
        return shop;
    }

    SignedIn bookkeeper(SellerId shop) {
        var email = ("bookkeeper@" + shop + ".example").toLowerCase(Locale.ROOT);
        addPerson.add(shop, Role.BOOKKEEPER, "Demo Person", email, "a sentence for the test");
        return (SignedIn) people.loadUserByUsername(email);
    }

    /** A fresh order of the market, downloaded. */
    OrderFacts taken(SellerId shop, Consumer<ObjectNode> change) {
        // Installations of other tests share the marketplace, and each has its own day.
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        var number = MARKET.ebay(change);
        downloadOrders.from(accounts.of(shop).get(0));
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 200).stream()
                .filter(order -> order.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
    }

    /** The short invoice of the order, issued now. */
    Invoice issued(SellerId shop, OrderFacts order) {
        return issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
    }

    String page(SignedIn me, String path) throws Exception {
        var answer = web().perform(get(path).with(user(me))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    MockMvc web() {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
