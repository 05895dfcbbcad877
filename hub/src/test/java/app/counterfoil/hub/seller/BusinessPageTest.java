package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.invoice.InvoicePdfs;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.paper.PdfText;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the owner says about the business stands on what is made afterwards, and on nothing made before. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
class BusinessPageTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(41));

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private HubPages pages;

    @Autowired
    private SellerDetails details;

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

    private SellerId shop = new SellerId(new UUID(0, 0));
    private SignedIn owner;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void anOwner() {
        shop = shops.open("Old Name", MadeUpShops.VAT_NUMBER);
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        owner = shops.person(shop, Role.OWNER);
    }

    @Test
    void newInvoicesBearTheNewDetailsAndIssuedOnesStayAsTheyAre() throws Exception {
        SANDBOX.generate("ebay-1", 20);
        downloadOrders.from(shops.connect(shop, OutsideService.EBAY));
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
        return pages.asked(owner, post("/business/accounting-year").param("yearEnds", day));
    }

    private MockHttpServletResponse save(String name, String address, String postcode, String vatNumber)
            throws Exception {
        var asked = post("/business");
        Map.of("tradingName", name, "address", address, "postcode", postcode, "vatNumber", vatNumber)
                .forEach(asked::param);
        return pages.asked(owner, asked);
    }

    private String shown() throws Exception {
        return pages.asked(owner, get("/business")).getContentAsString();
    }

    private String printed(OrderFacts order) throws IOException {
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        return PdfText.of(invoicePdfs.of(owner, invoice.id()).orElseThrow());
    }
}
