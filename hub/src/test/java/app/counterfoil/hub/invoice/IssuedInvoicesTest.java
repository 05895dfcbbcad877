package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.paper.PdfText;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.PurposeNotCarried;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Invoices are what the law asks, numbered without gaps, never changed, and name nobody unless they must. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class})
class IssuedInvoicesTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(33));

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private Orders orders;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private Invoices invoices;

    @Autowired
    private InvoicePdfs pdfs;

    @Autowired
    private VatClasses vatClasses;

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private JdbcClient db;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
    }

    @BeforeAll
    static void theWorldHoldsOrders() {
        SANDBOX.generate("ebay-1", 80);
    }

    @BeforeEach
    void aShop() {
        shop = shops.openWithVat();
        shops.download(shop, OutsideService.EBAY);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void aSmallSaleToAConsumerIsGivenTheShortFormWhichNamesNobody() throws IOException {
        var order = british().findFirst().orElseThrow();
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        assertThat(invoice.kind()).isEqualTo(InvoiceKind.SIMPLIFIED);
        assertThat(invoice.partyEndsOn()).isEmpty();
        assertThat(invoice.gross()).isEqualTo(order.total());
        assertThat(invoice.net().plus(invoice.vat())).isEqualTo(order.total());
        var text = PdfText.of(
                pdfs.of(shops.person(shop, Role.BOOKKEEPER), invoice.id()).orElseThrow());
        assertThat(text)
                .contains(
                        invoice.number(),
                        "VAT number GB100000034",
                        "20%",
                        order.total().shown())
                .doesNotContain("Customer");
        assertThat(issueInvoices.forOrder(shop, order.id(), false, Optional.empty()))
                .isEqualTo(invoice);
    }

    @Test
    void aFullInvoiceNamesTheBuyerForThoseWhoKeepTheBooksOnly() throws IOException {
        var order = british().findFirst().orElseThrow();
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        assertThat(invoice.kind()).isEqualTo(InvoiceKind.FULL);
        assertThat(invoice.partyEndsOn().orElseThrow())
                .isAfter(invoice.suppliedOn().plusYears(6));
        var bookkeeper = shops.person(shop, Role.BOOKKEEPER);
        var once = pdfs.of(bookkeeper, invoice.id()).orElseThrow();
        assertThat(PdfText.of(once))
                .contains(
                        "Customer",
                        "Total without VAT",
                        "Total VAT",
                        invoice.vat().shown());
        assertThat(pdfs.of(bookkeeper, invoice.id()).orElseThrow()).isEqualTo(once);
        look(once, "invoice-full");
        var packer = shops.person(shop, Role.PACKER);
        assertThatThrownBy(() -> pdfs.of(packer, invoice.id())).isInstanceOf(PurposeNotCarried.class);
    }

    @Test
    void eightPeopleIssueAtOnceAndTheNumbersHaveNeitherGapNorTwin() {
        var all = orders.page(shop, OrderFilter.all(), Optional.empty(), 80);
        var work = IntStream.range(0, 8)
                .mapToObj(who -> CompletableFuture.runAsync(() -> all.forEach(order -> {
                    try {
                        var unused = issueInvoices.forOrder(shop, order.id(), who % 2 == 0, Optional.empty());
                    } catch (CannotInvoice refused) {
                        assertThat(refused.mend()).isNotBlank();
                    }
                })))
                .toList();
        work.forEach(CompletableFuture::join);
        var issued = invoices.latest(shop, 200);
        assertThat(issued).hasSizeGreaterThan(40);
        assertThat(issued.stream().map(Invoice::order)).doesNotHaveDuplicates();
        var inSeries = issued.stream()
                .map(Invoice::number)
                .filter(number -> number.startsWith("V"))
                .sorted()
                .toList();
        assertThat(inSeries)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, inSeries.size())
                        .mapToObj(
                                number -> inSeries.get(0).substring(0, 6) + String.format(Locale.ROOT, "%06d", number))
                        .toList());
    }

    @Test
    void whatWasIssuedCannotBeChangedNotEvenByUs() {
        var order = british().findFirst().orElseThrow();
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        for (var sql : List.of(
                "UPDATE invoice_invoice SET gross_minor = 1 WHERE seller_id = :seller",
                "DELETE FROM invoice_invoice WHERE seller_id = :seller",
                "UPDATE invoice_line SET quantity = 2 WHERE seller_id = :seller",
                "DELETE FROM invoice_line WHERE seller_id = :seller")) {
            assertThatThrownBy(() -> transactions.run(
                            shop,
                            () -> db.sql(sql).param("seller", shop.value()).update()))
                    .as(sql)
                    .hasStackTraceContaining("42501");
        }
        assertThat(invoices.ofOrder(shop, order.id())).contains(invoice);
    }

    @Test
    void aProductThatIsZeroRatedBearsNoVatAndAnExemptOneTakesTheFullForm() {
        var two = british().limit(2).toList();
        two.get(0).lines().forEach(line -> vatClasses.say(shop, Map.of(ProductKey.of(line), VatClass.ZERO)));
        assertThat(issueInvoices
                        .forOrder(shop, two.get(0).id(), false, Optional.empty())
                        .vat()
                        .isZero())
                .isTrue();
        two.get(1).lines().forEach(line -> vatClasses.say(shop, Map.of(ProductKey.of(line), VatClass.EXEMPT)));
        assertThat(issueInvoices
                        .forOrder(shop, two.get(1).id(), false, Optional.empty())
                        .kind())
                .isEqualTo(InvoiceKind.FULL);
    }

    @Test
    void anotherShopFindsNothingOfIt() {
        var order = british().findFirst().orElseThrow();
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        shop = shops.open();
        assertThat(pdfs.of(shops.person(shop, Role.OWNER), invoice.id())).isEmpty();
        assertThat(invoices.latest(shop, 10)).isEmpty();
        assertThatThrownBy(() -> issueInvoices.forOrder(shop, order.id(), false, Optional.empty()))
                .isInstanceOf(CannotInvoice.class);
    }

    private Stream<OrderFacts> british() {
        return orders.page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 80).stream()
                .filter(order ->
                        order.territory().equals(Territory.GREAT_BRITAIN) && !order.business() && !order.vatByChannel())
                .filter(order -> order.total().currency().getCurrencyCode().equals("GBP"))
                .filter(order -> order.total().compareTo(Money.pence(25_000)) <= 0);
    }

    private static void look(byte[] bytes, String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "screenshots"));
        try (var document = Loader.loadPDF(bytes)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 110);
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        }
    }
}
