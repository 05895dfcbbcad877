package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Money;
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
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
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

/** No product is taxed before the seller has been asked; a product without a stock keeping unit goes by its title. */
@SpringBootTest(classes = Counterfoil.class, webEnvironment = WebEnvironment.MOCK)
class VatOfProductsTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(36));
    private static final MadeUpOrders MARKET = new MadeUpOrders(SANDBOX);
    private static final ProductKey MUG = new ProductKey("MUG", "");
    private static final ProductKey UNNUMBERED = new ProductKey("", "A picture book, for children");

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
    private Orders orders;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private IssueDueInvoices issueDue;

    @Autowired
    private OpenInvoices open;

    @Autowired
    private Invoices invoices;

    @Autowired
    private VatClasses vatClasses;

    @Autowired
    private UserDetailsService people;

    @Autowired
    private WebApplicationContext context;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.ebay.api", SANDBOX::address);
        registry.add("counterfoil.training", () -> "true");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void aProductOfWhichNobodyHasSaidTheVatWaitsAndIsIssuedByItselfOnceItIsSaid() throws Exception {
        var shop = shop("GB100000034");
        var order = taken(shop, json -> {});
        open.due(shop, List.of(order.id()));
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, order.id())).isEmpty();
        assertThat(open.refused(shop, 10)).hasSize(1).first().satisfies(each -> {
            assertThat(each.wrong()).isEqualTo("Say the VAT of A mug first.");
            assertThat(each.waitsFor()).isEqualTo(WaitsFor.PRODUCTS);
        });
        var me = person(shop);
        for (var path : List.of("/invoices", "/orders/" + order.id().value())) {
            assertThat(page(me, path)).contains("Say the VAT of A mug first.", "href=\"/invoices/products\"");
        }
        send(me, "/invoices/products/most", Map.of("most", "STANDARD"));
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, order.id()).orElseThrow().vat()).isEqualTo(Money.pence(2_50));
        assertThat(open.refused(shop, 10)).isEmpty();
    }

    @Test
    void sayingItOfTheProductAloneIsEnoughForItsInvoice() throws Exception {
        var shop = shop("GB100000034");
        var order = taken(shop, json -> {});
        open.due(shop, List.of(order.id()));
        issueDue.issue(shop);
        send(person(shop), "/invoices/products", Map.of("sku", "MUG", "title", "A mug", "vatClass", "ZERO"));
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, order.id()).orElseThrow().vat().isZero())
                .isTrue();
        assertThat(vatClasses.of(shop).most()).isEmpty();
    }

    @Test
    void aProductWithoutAStockKeepingUnitIsListedAndRatedByItsTitle() throws Exception {
        var shop = shop("GB100000034");
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        var book = taken(shop, VatOfProductsTest::aBookWithoutSku);
        var other = taken(shop, json -> line(json).put("title", "A lamp").remove("sku"));
        var me = person(shop);
        assertThat(page(me, "/invoices/products")).contains(UNNUMBERED.title(), "A lamp");
        send(me, "/invoices/products", Map.of("sku", "", "title", UNNUMBERED.title(), "vatClass", "ZERO"));
        assertThat(issueInvoices
                        .forOrder(shop, book.id(), false, Optional.empty())
                        .vat()
                        .isZero())
                .isTrue();
        assertThat(issueInvoices
                        .forOrder(shop, other.id(), false, Optional.empty())
                        .vat())
                .isEqualTo(Money.pence(2_50));
    }

    @Test
    void whatIsTakenBackFollowsMostOfTheOthersAgain() throws Exception {
        var shop = shop("GB100000034");
        vatClasses.sayMost(shop, VatClass.REDUCED, Optional.empty());
        vatClasses.say(shop, Map.of(MUG, VatClass.ZERO, UNNUMBERED, VatClass.ZERO));
        var unused = taken(shop, json -> {});
        send(person(shop), "/invoices/products", Map.of("sku", "MUG", "title", "A mug", "vatClass", ""));
        assertThat(vatClasses.of(shop).of(MUG)).contains(VatClass.REDUCED);
        assertThat(vatClasses.of(shop).of(UNNUMBERED)).contains(VatClass.ZERO);
    }

    @Test
    void whereTheRateOfTheProductDecidesNothingNobodyIsAsked() {
        var exporting = shop("GB100000034");
        var abroad = taken(exporting, json -> MadeUpOrders.address(json, "Testa Demoson", "10115", "DE"));
        assertThat(issueInvoices
                        .forOrder(exporting, abroad.id(), false, Optional.empty())
                        .vat()
                        .isZero())
                .isTrue();
        var unregistered = shop("");
        var order = taken(unregistered, json -> {});
        assertThat(issueInvoices
                        .forOrder(unregistered, order.id(), false, Optional.empty())
                        .vat()
                        .isZero())
                .isTrue();
    }

    @Test
    void nobodyIssuesItByHandEitherBeforeItIsSaidAndNoNumberIsTaken() {
        var shop = shop("GB100000034");
        var order = taken(shop, json -> {});
        assertThatThrownBy(() -> issueInvoices.forOrder(shop, order.id(), true, Optional.empty()))
                .isInstanceOf(CannotInvoice.class)
                .hasMessage("Say the VAT of A mug first.");
        vatClasses.say(shop, Map.of(MUG, VatClass.STANDARD));
        assertThat(issueInvoices
                        .forOrder(shop, order.id(), true, Optional.empty())
                        .number())
                .endsWith("-000001");
    }

    private SellerId shop(String vatNumber) {
        var shop = openShop.open(new Business("Demo Shop (made up)", List.of("1 Example Row"), "LS1 9ZZ", vatNumber));
        connectChannel.connect(
                shop,
                OutsideService.EBAY,
                "Test",
                List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1"));
        return shop;
    }

    private static void aBookWithoutSku(ObjectNode order) {
        line(order).put("title", UNNUMBERED.title()).remove("sku");
    }

    private static ObjectNode line(ObjectNode order) {
        return (ObjectNode) order.withArray("lineItems").get(0);
    }

    private OrderFacts taken(SellerId shop, Consumer<ObjectNode> change) {
        var number = MARKET.ebay(change);
        downloadOrders.from(accounts.of(shop).get(0));
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 200).stream()
                .filter(order -> order.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private SignedIn person(SellerId shop) {
        var email = ("bookkeeper@" + shop + ".example").toLowerCase(Locale.ROOT);
        addPerson.add(shop, Role.BOOKKEEPER, "Demo Person", email, "a sentence for the test");
        return (SignedIn) people.loadUserByUsername(email);
    }

    private String page(SignedIn me, String path) throws Exception {
        var answer = web().perform(get(path).with(user(me))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private void send(SignedIn me, String path, Map<String, String> form) throws Exception {
        var asked = post(path).with(user(me)).with(csrf());
        form.forEach(asked::param);
        assertThat(web().perform(asked).andReturn().getResponse().getStatus())
                .as(path)
                .isEqualTo(302);
    }

    private MockMvc web() {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }
}
