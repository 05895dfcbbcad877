package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.custody.RetentionPolicy;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
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
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The paper of an invoice is made once, when it is issued, and is the same ever after or not given out at all. */
@SpringBootTest(classes = Counterfoil.class, webEnvironment = WebEnvironment.MOCK)
class KeptPapersTest {

    @TempDir
    private static Path fonts;

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(38));
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
    private Accounts accounts;

    @Autowired
    private Orders orders;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private IssueDueInvoices issueDue;

    @Autowired
    private Invoices invoices;

    @Autowired
    private InvoicePdfs pdfs;

    @Autowired
    private InvoicePapers papers;

    @Autowired
    private VatClasses vatClasses;

    @Autowired
    private Custody custody;

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private JdbcClient db;

    @Autowired
    private UserDetailsService people;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.ebay.api", SANDBOX::address);
        registry.add("counterfoil.fonts", fonts::toString);
        registry.add("counterfoil.training", () -> "true");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @BeforeEach
    void aShop() {
        shop = openShop.open(new Business("Demo Shop (made up)", List.of("1 Example Row"), "LS1 9ZZ", "GB100000034"));
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        connectChannel.connect(
                shop,
                OutsideService.EBAY,
                "Test",
                List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1"));
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void thePaperIsMadeWhenItIsIssuedAndNotMadeAgainWhateverTheRendererWouldGiveNow() throws Exception {
        var me = person();
        for (var full : List.of(true, false)) {
            var invoice = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), full, Optional.empty());
            assertThat(papers.missing(shop, 10))
                    .as("made before anybody asks for it")
                    .isEmpty();
            var once = pdfs.of(me, invoice.id()).orElseThrow();
            assertThat(text(once)).contains("A mug");
            // What the renderer reads is other now, as a later template would print something else.
            superuser("UPDATE counterfoil.invoice_line SET description = 'Something else'");
            assertThat(pdfs.of(me, invoice.id()).orElseThrow()).isEqualTo(once);
            // The control: made anew, it does come out otherwise.
            superuser("DELETE FROM counterfoil.invoice_paper");
            superuser("DELETE FROM counterfoil.vault_record WHERE kind = 'invoice.paper'");
            assertThat(text(pdfs.of(me, invoice.id()).orElseThrow())).contains("Something else");
        }
    }

    @Test
    void aFontThatIsGoneNeitherLosesTheInvoiceNorStopsTheOthersAndThePaperIsMadeOnceItIsBack() throws Exception {
        var me = person();
        var font = fonts.resolve("some.ttf");
        try (var some = CannotPrint.class.getResourceAsStream("some-han-kana-hangul.ttf")) {
            Files.copy(some, font);
        }
        var invoice = issueInvoices.forOrder(shop, taken("山田 太郎").id(), true, Optional.empty());
        var other = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), false, Optional.empty());
        superuser("DELETE FROM counterfoil.invoice_paper");
        superuser("DELETE FROM counterfoil.vault_record WHERE kind = 'invoice.paper'");
        var kept = fonts.resolveSibling("kept.ttf");
        Files.move(font, kept);
        issueDue.search(shop);
        assertThat(papers.missing(shop, 10)).containsExactly(invoice.id());
        assertThatThrownBy(() -> pdfs.of(me, invoice.id())).isInstanceOf(CannotPrint.class);
        assertThat(invoices.ofOrder(shop, invoice.order())).contains(invoice);
        assertThat(pdfs.of(me, other.id())).isPresent();
        Files.move(kept, font);
        issueDue.search(shop);
        Files.delete(font);
        assertThat(text(pdfs.of(me, invoice.id()).orElseThrow())).contains("山田 太郎");
    }

    @Test
    void aPaperThatWasExchangedIsRefused() {
        var me = person();
        var order = taken("Testa Demoson");
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        var forged = InvoicePaper.made("%PDF-1.7 something else".getBytes(StandardCharsets.US_ASCII));
        var end = RetentionPolicy.taxRecord(invoice.suppliedOn());
        var opening = new Opening(HubJob.INVOICING, Purpose.TAX_RECORD, "TEST");
        var unused = custody.in(
                shop,
                vault -> vault.replace(
                        opening,
                        InvoicePaper.KIND,
                        List.of(new Sealing<>(InvoicePaper.KIND, invoice.id(), order.subject(), end, forged))));
        assertThatThrownBy(() -> pdfs.of(me, invoice.id())).isInstanceOfSatisfying(PaperNotAsIssued.class, refused -> {
            assertThat(refused.wrong()).contains(invoice.number(), "is not the one that was issued");
            assertThat(refused.mend()).contains("backup");
        });
    }

    @Test
    void aPaperWhoseBytesWereChangedOrTakenAwayIsRefused() throws Exception {
        var me = person();
        var changed = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), false, Optional.empty());
        superuser("UPDATE counterfoil.vault_record SET sealed = set_byte(sealed, 60, get_byte(sealed, 60) # 1)"
                + " WHERE kind = 'invoice.paper' AND record_id = '" + changed.id() + "'");
        var taken = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), true, Optional.empty());
        superuser("DELETE FROM counterfoil.vault_record WHERE kind = 'invoice.paper' AND record_id = '" + taken.id()
                + "'");
        for (var invoice : List.of(changed, taken)) {
            assertThatThrownBy(() -> pdfs.of(me, invoice.id())).isInstanceOf(PaperNotAsIssued.class);
        }
    }

    @Test
    void theHashCannotBeChangedNotEvenByUs() {
        var unused = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), false, Optional.empty());
        for (var sql : List.of(
                "UPDATE invoice_paper SET sha256 = repeat('0', 64) WHERE seller_id = :seller",
                "DELETE FROM invoice_paper WHERE seller_id = :seller")) {
            assertThatThrownBy(() -> transactions.run(
                            shop,
                            () -> db.sql(sql).param("seller", shop.value()).update()))
                    .as(sql)
                    .hasStackTraceContaining("42501");
        }
    }

    @Test
    void fourWhoAskAtOnceForAPaperThatWasNeverMadeAreGivenTheSame() throws Exception {
        var me = person();
        var invoice = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), true, Optional.empty());
        superuser("DELETE FROM counterfoil.invoice_paper");
        superuser("DELETE FROM counterfoil.vault_record WHERE kind = 'invoice.paper'");
        var given = IntStream.range(0, 4)
                .mapToObj(who -> CompletableFuture.supplyAsync(
                        () -> pdfs.of(me, invoice.id()).orElseThrow()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(given).allSatisfy(each -> assertThat(each).isEqualTo(given.get(0)));
        assertThat(pdfs.of(me, invoice.id()).orElseThrow()).isEqualTo(given.get(0));
    }

    @Test
    void aShortPaperIsHeldUnderItselfSoThatForgettingTheBuyerLeavesIt() {
        var me = person();
        var order = taken("Testa Demoson");
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        var ended =
                custody.in(shop, vault -> vault.forget(List.of(order.subject()), Set.of(Purpose.TAX_RECORD), "TEST"));
        assertThat(ended).isNotNull();
        assertThat(pdfs.of(me, invoice.id())).isPresent();
    }

    private OrderFacts taken(String name) {
        var number = MARKET.ebay(json -> MadeUpOrders.address(json, name, "LS1 9ZZ", "GB"));
        downloadOrders.from(accounts.of(shop).get(0));
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 200).stream()
                .filter(order -> order.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private SignedIn person() {
        var email = ("bookkeeper@" + shop + ".example").toLowerCase(Locale.ROOT);
        addPerson.add(shop, Role.BOOKKEEPER, "Demo Person", email, "a sentence for the test");
        return (SignedIn) people.loadUserByUsername(email);
    }

    private static void superuser(String sql) throws SQLException {
        try (var connection = DATABASE.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
