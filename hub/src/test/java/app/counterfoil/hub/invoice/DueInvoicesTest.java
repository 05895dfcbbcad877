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
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.dispatch.ShipmentsDispatched;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.paper.CannotPrint;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** Whatever has left is invoiced, once and by itself; what cannot be is listed with its reason and stops nothing else. */
@SpringBootTest(classes = Counterfoil.class, webEnvironment = WebEnvironment.MOCK)
class DueInvoicesTest {

    @TempDir
    private static Path fonts;

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(35));
    private static final MadeUpOrders MARKET = new MadeUpOrders(SANDBOX);

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    private ConnectChannel connectChannel;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private Orders orders;

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private IssueDueInvoices issueDue;

    @Autowired
    private InvoicesDue open;

    @Autowired
    private Invoices invoices;

    @Autowired
    private InvoicePdfs pdfs;

    @Autowired
    private VatClasses vatClasses;

    @Autowired
    private PlacesDecided places;

    @Autowired
    private ExchangeRates rates;

    @Autowired
    private ChangedSince changedSince;

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private UserDetailsService people;

    @Autowired
    private WebApplicationContext context;

    private SellerId shop = new SellerId(new UUID(0, 0));
    private Optional<Account> ebay = Optional.empty();

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        for (var api : List.of("amazon.api", "amazon.sign-in", "ebay.api")) {
            registry.add("counterfoil." + api, SANDBOX::address);
        }
        registry.add("counterfoil.fonts", fonts::toString);
        registry.add("counterfoil.training", () -> "true");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @BeforeEach
    void aShop() {
        shop = openShop.open(
                new Business("Demo Shop (made up)", List.of("1 Example Row", "Leeds"), "LS1 9ZZ", "GB100000034"));
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        ebay = Optional.of(connectChannel.connect(
                shop,
                OutsideService.EBAY,
                "Test",
                List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1")));
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void whatLeftWithoutAnybodyTellingOfItIsFoundAndInvoicedOnce() {
        var order = taken(MARKET.ebay(json -> {}));
        // The program ends between hand-over and event.
        dispatched(order);
        openAgo(1);
        issueDue.search(shop);
        issueDue.issue(shop);
        var invoice = invoices.ofOrder(shop, order.id()).orElseThrow();
        issueDue.search(shop);
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, order.id())).contains(invoice);
        assertThat(open.of(shop, order.id())).isEmpty();
    }

    @Test
    void whatLeftBeforeTheAccountWasConnectedWasInvoicedElsewhere() {
        var order = taken(MARKET.ebay(json -> {}));
        dispatched(order);
        issueDue.search(shop);
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, order.id())).isEmpty();
    }

    @Test
    void theHandOverDoesNotWaitForInvoices() {
        var order = taken(MARKET.ebay(json -> {}));
        dispatched(order);
        open.due(shop, List.of(order.id()));
        events.publishEvent(new ShipmentsDispatched(shop, List.of(UUID.randomUUID())));
        assertThat(invoices.ofOrder(shop, order.id())).isEmpty();
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, order.id())).isPresent();
    }

    @Test
    void oneThatCannotBeIssuedStopsNoOtherAndIsListedWithWhatToDo() {
        var bad = taken(MARKET.ebay(json -> MadeUpOrders.address(json, "Testa Demoson", "BF1 2AT", "GB")));
        var good = taken(MARKET.ebay(json -> {}));
        dispatched(bad);
        dispatched(good);
        open.due(shop, List.of(bad.id(), good.id()));
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, good.id())).isPresent();
        assertThat(open.refused(shop, 10)).hasSize(1).first().satisfies(each -> {
            assertThat(each.order()).isEqualTo(bad.id());
            assertThat(each.wrong()).contains("forces post");
            assertThat(each.mend()).contains("United Kingdom");
        });
        places.decide(shop, bad.id(), true, person().id());
        open.tryNow(shop);
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, bad.id()).orElseThrow()).satisfies(invoice -> {
            assertThat(invoice.vat()).isEqualTo(Money.pence(2_50));
            assertThat(invoice.placeReason()).contains("A person decided");
        });
        assertThat(open.refused(shop, 10)).isEmpty();
    }

    @Test
    void whereCountryAndPostcodeClashAPersonDecides() {
        var order = taken(MARKET.ebay(json -> MadeUpOrders.address(json, "Testa Demoson", "LS1 9ZZ", "JE")));
        assertThatThrownBy(() -> issueInvoices.forOrder(shop, order.id(), false, Optional.empty()))
                .isInstanceOf(CannotInvoice.class)
                .hasMessageContaining("do not agree");
        places.decide(shop, order.id(), false, person().id());
        assertThat(issueInvoices
                        .forOrder(shop, order.id(), false, Optional.empty())
                        .vat())
                .isEqualTo(Money.pence(0));
    }

    @Test
    void whatAmazonSendsItselfIsGivenTheShortFormForTheMarketplaceTellsTheCountry() {
        connectAmazon();
        var order = taken(MARKET.byAmazon(1_200));
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        assertThat(invoice.kind()).isEqualTo(InvoiceKind.SIMPLIFIED);
        assertThat(invoice.vat()).isEqualTo(Money.pence(2_50));
        assertThat(invoice.placeReason()).contains("sold on the United Kingdom marketplace");
        assertThat(pdfs.of(person(), invoice.id())).isPresent();
    }

    @Test
    void aGiftIsInvoicedToWhoHasBoughtItAndNotToWhoReceivesIt() throws IOException {
        connectAmazon();
        var order = taken(MARKET.amazon(30_000, json -> {
            json.withObject("buyer").put("buyerName", "Bea Buyer");
            ((ObjectNode) json.at("/recipient/deliveryAddress")).put("name", "Rae Receiver");
        }));
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        assertThat(text(pdfs.of(person(), invoice.id()).orElseThrow()))
                .contains("Bea Buyer", "1 Example Row")
                .doesNotContain("Rae Receiver");
    }

    @Test
    void theVatNumberThatAmazonTellsOfABusinessStandsOnItsInvoice() throws IOException {
        connectAmazon();
        var order = taken(MARKET.amazon(30_000, json -> json.putObject("tax")
                .putArray("taxRegistrations")
                .addObject()
                .put("entityType", "BUYER")
                .put("taxRegistrationType", "VAT")
                .put("taxRegistrationNumber", "GB831495816")));
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        assertThat(invoice.kind()).isEqualTo(InvoiceKind.FULL);
        assertThat(text(pdfs.of(person(), invoice.id()).orElseThrow())).contains("Testa Demoson", "GB831495816");
    }

    @Test
    void whatNeedsANameThatAmazonNeverTellsSaysSoAndCanBePutAside() {
        connectAmazon();
        var order = taken(MARKET.byAmazon(30_000));
        open.due(shop, List.of(order.id()));
        issueDue.issue(shop);
        assertThat(open.refused(shop, 10)).first().satisfies(each -> {
            assertThat(each.wrong())
                    .contains("above £250.00", "Amazon sends it itself and gives neither name nor address")
                    .doesNotContain("no longer", "do not agree");
            assertThat(each.mend()).contains("put it aside", "from the buyer");
        });
        open.putAside(shop, order.id());
        assertThat(open.refused(shop, 10)).isEmpty();
    }

    @Test
    void noNumberIsTakenForAPaperThatCannotBePrinted() throws IOException {
        var order = taken(MARKET.ebay(json -> MadeUpOrders.address(json, "山田 太郎", "LS1 9ZZ", "GB")));
        assertThatThrownBy(() -> issueInvoices.forOrder(shop, order.id(), true, Optional.empty()))
                .isInstanceOf(CannotPrint.class)
                .hasMessageContaining("Han");
        try (var font = CannotPrint.class.getResourceAsStream("some-han-kana-hangul.ttf")) {
            Files.copy(font, fonts.resolve("some.ttf"));
        }
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        Files.delete(fonts.resolve("some.ttf"));
        assertThat(invoice.number()).endsWith("-000001");
        // Its paper was made when it was issued, so the font is not needed any more.
        assertThat(text(pdfs.of(person(), invoice.id()).orElseThrow())).contains("山田 太郎");
    }

    @Test
    void whatEbayTakesOffAfterwardsStandsOnTheInvoiceAsRowsOfTheirOwn() throws IOException {
        var order = taken(MARKET.ebay(json -> {
            MadeUpOrders.sum(json, "deliveryDiscount", "-1.00", "GBP");
            MadeUpOrders.sum(json, "adjustment", "-2.00", "GBP");
            MadeUpOrders.sum(json, "total", "12.00", "GBP");
        }));
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        assertThat(invoice.gross()).isEqualTo(Money.pence(12_00));
        assertThat(invoice.vat()).isEqualTo(Money.pence(2_00));
        assertThat(text(pdfs.of(person(), invoice.id()).orElseThrow()))
                .contains("A mug 1 10.00 20% 10.00 2.00 12.00")
                .contains("Delivery 20% 1.67 0.33 2.00")
                .contains("Adjustment by the channel 20% \u22121.67 \u22120.33 \u22122.00");
    }

    @Test
    void anOrderThatChangesLaterIsToldWithWhatIsDueAndTheInvoiceStays() {
        var number = MARKET.ebay(json -> {});
        var order = taken(number);
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        assertThat(changedSince.of(shop, List.of(invoice))).isEmpty();
        MARKET.change(number, json -> MadeUpOrders.sum(json, "total", "11.50", "GBP"));
        download();
        assertThat(changedSince.of(shop, List.of(invoice)).get(invoice.id())).satisfies(change -> {
            assertThat(change.what()).contains("£11.50 now; the invoice says £15.00");
            assertThat(change.due()).contains("credit note of £3.50");
        });
        assertThat(invoices.ofOrder(shop, order.id())).contains(invoice);
    }

    @Test
    void aRefundAtTheChannelIsTold() {
        var number = MARKET.ebay(json -> {});
        var invoice = issueInvoices.forOrder(shop, taken(number).id(), false, Optional.empty());
        MARKET.change(number, json -> json.withObject("paymentSummary")
                .withArray("refunds")
                .addObject()
                .put("refundId", "R1")
                .put("refundStatus", "REFUNDED")
                .withObject("amount")
                .put("value", "4.00")
                .put("currency", "GBP"));
        download();
        assertThat(changedSince.of(shop, List.of(invoice)).get(invoice.id()).due())
                .contains("credit note of £4.00");
    }

    @Test
    void vatInEurosWaitsForTheRateOfTheMonthAndThenTellsIt() throws IOException {
        var order = taken(MARKET.ebay(MadeUpOrders::inEuros));
        assertThatThrownBy(() -> issueInvoices.forOrder(shop, order.id(), false, Optional.empty()))
                .hasMessageContaining("no exchange rate is on file");
        rates.enter(shop, "eur", LocalDate.now(BusinessClock.ZONE).toString().substring(0, 7), "1.25");
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        assertThat(text(pdfs.of(person(), invoice.id()).orElseThrow()))
                .contains("Total VAT €2.50", "Total VAT in sterling £2.00", "1.25 EUR to £1");
        assertThatThrownBy(() -> rates.enter(shop, "GBP", "2026-02", "1")).isInstanceOf(CannotInvoice.class);
        assertThatThrownBy(() -> rates.enter(shop, "EUR", "last month", "1")).isInstanceOf(CannotInvoice.class);
        assertThatThrownBy(() -> rates.enter(shop, "EUR", "2026-02", "0")).isInstanceOf(CannotInvoice.class);
    }

    @Test
    void thePagesTellWhatIsOpenWhatHasChangedAndWhatToDo() throws Exception {
        var number = MARKET.ebay(json -> {});
        var changed = issueInvoices.forOrder(shop, taken(number).id(), false, Optional.empty());
        MARKET.change(number, json -> MadeUpOrders.sum(json, "total", "20.00", "GBP"));
        var bad = taken(MARKET.ebay(json -> MadeUpOrders.address(json, "Testa Demoson", "BFPO 57", "GB")));
        open.due(shop, List.of(bad.id()));
        issueDue.issue(shop);
        var me = person();
        assertThat(page(me, "/invoices"))
                .contains(
                        "Not issued yet",
                        bad.channelOrderId(),
                        "forces post",
                        "Changed since",
                        "second invoice of £5.00");
        assertThat(page(me, "/orders/" + changed.order().value())).contains("This invoice stays as it is.");
        assertThat(page(me, "/orders/" + bad.id().value()))
                .contains("Not issued", "The goods stayed in the United Kingdom");
        send(me, "/orders/" + bad.id().value() + "/invoice/place?inside=true");
        send(me, "/invoices/open/try");
        assertThat(invoices.ofOrder(shop, bad.id())).isPresent();
        send(me, "/invoices/rates?currency=EUR&month=2026-02&units=1.1534");
        assertThat(page(me, "/invoices/rates")).contains("February 2026", "1.1534");
        send(me, "/orders/" + bad.id().value() + "/invoice/aside");
        assertThat(page(me, "/orders/" + bad.id().value())).contains("A person decided");
    }

    private String page(SignedIn me, String path) throws Exception {
        var answer = web().perform(get(path).with(user(me))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private void send(SignedIn me, String path) throws Exception {
        var answer = web().perform(post(path).with(user(me)).with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(302);
    }

    private MockMvc web() {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    private OrderFacts taken(String channelOrderId) {
        download();
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 200).stream()
                .filter(order -> order.channelOrderId().equals(channelOrderId))
                .findFirst()
                .orElseThrow();
    }

    private void download() {
        downloadOrders.from(ebay.orElseThrow());
    }

    private void connectAmazon() {
        ebay = Optional.of(connectChannel.connect(
                shop,
                OutsideService.AMAZON,
                "Test",
                List.of("demo-amazon-client", "demo-amazon-secret", "demo-refresh-amazon-1")));
    }

    private void dispatched(OrderFacts order) {
        moveOrders.to(OrderState.DISPATCHED, shop, List.of(order.id()), Optional.empty());
    }

    private void openAgo(int days) {
        transactions.run(
                shop, () -> db.sql("UPDATE connection_account SET connected_at = connected_at - :ago * interval '1 day'"
                                + " WHERE seller_id = :seller")
                        .param("ago", days)
                        .param("seller", shop.value())
                        .update());
    }

    private SignedIn person() {
        var email = "bookkeeper@" + shop + ".example";
        addPerson.add(shop, Role.BOOKKEEPER, "Demo Person", email.toLowerCase(Locale.ROOT), "a sentence for the test");
        return (SignedIn) people.loadUserByUsername(email);
    }

    private static String text(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
