package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.invoice.InvoicePdfs;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the owner says about the business stands on what is made afterwards, and on nothing made before. */
@SpringBootTest(classes = Counterfoil.class)
class BusinessPageTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(41));

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    private People people;

    @Autowired
    private SellerDetails details;

    @Autowired
    private ConnectChannel connectChannel;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private Orders orders;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private InvoicePdfs invoicePdfs;

    @Autowired
    private VatClasses vatClasses;

    private MockMvc web;
    private SellerId shop = new SellerId(new UUID(0, 0));
    private SignedIn owner;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.ebay.api", SANDBOX::address);
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void anOwner() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        shop = openShop.open(new Business("Old Name", List.of("1 Example Row", "Leeds"), "LS1 9ZZ", "GB100000034"));
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        var email = UUID.randomUUID() + "@shop.example";
        addPerson.add(shop, Role.OWNER, "Owner", email, "a sentence for the test");
        owner = people.byEmail(email).orElseThrow();
    }

    @Test
    void newInvoicesBearTheNewDetailsAndIssuedOnesStayAsTheyAre() throws Exception {
        SANDBOX.generate("ebay-1", 20);
        downloadOrders.from(connectChannel.connect(
                shop,
                OutsideService.EBAY,
                "eBay",
                List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1")));
        var sold = orders.page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 50).stream()
                .filter(each -> each.territory().equals(Territory.GREAT_BRITAIN) && !each.vatByChannel())
                .toList();
        var before = printed(sold.get(0));
        assertThat(before).contains("Old Name", "1 Example Row", "GB100000034");

        assertThat(save("New Name", "2 Sample Street\r\n\r\nYork ", "yo17aa", "GB 831 4958 16")
                        .getRedirectedUrl())
                .isEqualTo("/business");

        assertThat(printed(sold.get(0))).isEqualTo(before);
        assertThat(printed(sold.get(1)))
                .contains("New Name", "2 Sample Street", "York", "YO1 7AA", "GB831495816")
                .doesNotContain("Old Name", "GB100000034");
        assertThat(shown()).contains("value=\"New Name\"", "2 Sample Street\nYork", "value=\"GB831495816\"");
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsSaved() throws Exception {
        var before = details.of(shop);
        var answer = save("", "2 Sample Street", "Leeds", "GB100000035").getContentAsString();
        assertThat(answer)
                .contains("Nothing was saved yet.", "The business name is missing.", "The postcode is not a whole")
                .contains("wrong check digits")
                .contains("2 Sample Street", "value=\"Leeds\"", "value=\"GB100000035\"");
        assertThat(details.of(shop)).isEqualTo(before);
    }

    @Test
    void aBusinessThatIsNotRegisteredForVatHasNoNumber() throws Exception {
        save("Small Shop", "1 Example Row", "LS1 9ZZ", " ");
        assertThat(details.of(shop).isVatRegistered()).isFalse();
    }

    @Test
    void theAccountingYearIsSaidChangedAndTakenBack() throws Exception {
        assertThat(shown()).contains("they stay up to a year longer");
        yearEnds("--03-31");
        assertThat(details.accountingYear(shop)).map(AccountingYear::title).contains("31 March");
        save("New Name", "2 Sample Street", "YO1 7AA", "");
        assertThat(shown()).contains("value=\"--03-31\" selected");
        assertThat(yearEnds("--03-30").getContentAsString()).contains("not one of the list");
        assertThat(details.accountingYear(shop)).isPresent();
        yearEnds("");
        assertThat(details.accountingYear(shop)).isEmpty();
    }

    private MockHttpServletResponse yearEnds(String day) throws Exception {
        return web.perform(post("/business/accounting-year")
                        .param("yearEnds", day)
                        .with(user(owner))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse save(String name, String address, String postcode, String vatNumber)
            throws Exception {
        var asked = post("/business").with(user(owner)).with(csrf());
        Map.of("tradingName", name, "address", address, "postcode", postcode, "vatNumber", vatNumber)
                .forEach(asked::param);
        return web.perform(asked).andReturn().getResponse();
    }

    private String shown() throws Exception {
        return web.perform(get("/business").with(user(owner)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String printed(OrderFacts order) throws IOException {
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        try (var pdf = Loader.loadPDF(invoicePdfs.of(owner, invoice.id()).orElseThrow())) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
