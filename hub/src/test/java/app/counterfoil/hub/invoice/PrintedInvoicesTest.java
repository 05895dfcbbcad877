package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.document.DocumentLanguage;
import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.paper.PaperFonts;
import app.counterfoil.hub.paper.PaperPdf;
import app.counterfoil.hub.tax.Extra;
import app.counterfoil.hub.tax.Sale;
import app.counterfoil.hub.tax.SaleLine;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Papers of all kinds, with a picture of each page in {@code target/screenshots} for people's eyes. */
class PrintedInvoicesTest {

    private static final DocumentLook PLAIN = DocumentLook.plain(DocumentLanguage.ENGLISH);

    private static final LocalDate DAY = LocalDate.parse("2026-02-14");
    private static final Currency POUND = Currency.getInstance("GBP");

    @TempDir
    private Path fonts;

    @Test
    void aFullInvoiceTellsGoodsAndDeliveryApart() throws IOException {
        var text = printed("full", full(named("Testa Example"), 2));
        assertThat(text)
                .contains("A mug number 1 1 10.00 20% 10.00 2.00 12.00")
                .contains("Delivery 20%")
                .contains("Total without VAT", "Total VAT");
    }

    @Test
    void theShortFormNamesNobody() throws IOException {
        var text = printed("short", document(InvoiceKind.SIMPLIFIED, Optional.empty(), 2, VatTreatment.CHARGED, POUND));
        assertThat(text).contains("Simplified VAT invoice", "20%").doesNotContain("Customer");
    }

    @Test
    void aStatementSaysThatItIsNoVatInvoice() throws IOException {
        var text = printed(
                "statement",
                document(InvoiceKind.WITHOUT_VAT, Optional.empty(), 1, VatTreatment.MARKETPLACE_ACCOUNTS, POUND));
        assertThat(text).contains("This is not a VAT invoice.").doesNotContain("20%", "GB100000034");
    }

    @Test
    void anExportInEurosBearsNoVat() throws IOException {
        var customer = new InvoiceParty(
                "Élodie Exemple", List.of("Musterstraße 10", "10115", "Berlin", "Germany"), Optional.empty());
        var text = printed(
                "export",
                document(
                        InvoiceKind.FULL,
                        Optional.of(customer),
                        2,
                        VatTreatment.EXPORTED,
                        Currency.getInstance("EUR")));
        assertThat(text).contains("0% export", "€0.00", "Total VAT in sterling £0.00");
    }

    @Test
    void namesThatRunFromTheRightArePrinted() throws IOException {
        for (var name : List.of("مثال تجريبي", "דוגמה ישראלית")) {
            var text = printed(name.startsWith("\u05d3") ? "hebrew" : "arabic", full(named(name), 1));
            // The letters are joined for print, so each is looked for in its plain form.
            assertThat(Normalizer.normalize(text, Normalizer.Form.NFKC)).contains(name.substring(0, name.indexOf(' ')));
        }
    }

    @Test
    void namesInHanKanaAndHangulArePrintedWithAFontOfTheMachine() throws IOException {
        try (var font = PaperFonts.class.getResourceAsStream("some-han-kana-hangul.ttf")) {
            Files.copy(font, fonts.resolve("some.ttf"));
        }
        assertThat(printed("han", full(named("山田 太郎 김민수"), 1))).contains("山田 太郎 김민수");
    }

    @Test
    void manyLinesGoOnOverPagesWithTheirHeadings() throws IOException {
        var text = printed("long", full(named("Testa Example"), 35));
        assertThat(text.split("Unit price", -1)).hasSizeGreaterThan(2);
        assertThat(text).contains("Page 1 of 2", "A mug number 35");
    }

    @Test
    void whatPeopleWriteIsTextAndNothingElse() throws IOException {
        assertThat(printed("markup", full(named("<b>Demo</b> & \"Söhne\" <img src='http://127.0.0.1:1/x.png'>"), 1)))
                .contains("<b>Demo</b> & \"Söhne\"");
    }

    private static InvoiceParty named(String name) {
        return new InvoiceParty(name, List.of("2 Example Row", "Leeds", "LS1 9ZZ"), Optional.empty());
    }

    private static InvoiceDocument full(InvoiceParty customer, int lines) {
        return document(InvoiceKind.FULL, Optional.of(customer), lines, VatTreatment.CHARGED, POUND);
    }

    private static InvoiceDocument document(
            InvoiceKind kind, Optional<InvoiceParty> customer, int count, VatTreatment treatment, Currency currency) {
        var none = Money.zero(currency);
        var standard = treatment == VatTreatment.CHARGED ? new VatRate(2000) : VatRate.NOUGHT;
        var sold = new ArrayList<SaleLine>();
        IntStream.rangeClosed(1, count)
                .forEach(number -> sold.add(new SaleLine(
                        1, new Money(1_200, currency), none, treatment, number % 4 == 2 ? VatRate.NOUGHT : standard)));
        var delivery = Extra.ofAll("Delivery", new Money(395, currency));
        var sums = new Sale(sold, List.of(delivery), new Money(1_200L * count + 395, currency)).reckon();
        var lines = new ArrayList<InvoiceLine>();
        for (var row : sums.rows()) {
            lines.add(
                    row.isGoods()
                            ? InvoiceLine.goods("A mug number " + (lines.size() + 1), 1, row.treatment(), row.rate())
                            : InvoiceLine.extra(row.extra(), row.treatment(), row.rate()));
        }
        return new InvoiceDocument(
                kind,
                "V2026-000001",
                DAY,
                DAY,
                new InvoiceParty(
                        "Demo Shop (made up)",
                        List.of("1 Example Row", "Leeds", "LS1 9ZZ"),
                        Optional.of("GB100000034")),
                customer,
                lines,
                sums,
                currency.equals(POUND) ? Optional.of(sums.total().vat()) : Optional.of(Money.pence(0)),
                treatment == VatTreatment.CHARGED
                        ? List.of("Delivery takes the rates of the goods, shared by their value.")
                        : List.of("Exported from the United Kingdom to the European Union: 0%."),
                "202-1234567-1234567",
                Optional.empty());
    }

    private String printed(String name, InvoiceDocument document) throws IOException {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        var templates = new SpringTemplateEngine();
        templates.setTemplateResolver(resolver);
        var paper = new PaperFonts(List.of(fonts));
        var pdf = new InvoicePdf(templates, paper, new PaperPdf(paper));
        pdf.requirePrintable(document);
        var bytes = pdf.render(document, PLAIN);
        assertThat(pdf.render(document, PLAIN)).as("the same bytes every time").isEqualTo(bytes);
        var folder = Files.createDirectories(Path.of("target", "screenshots"));
        try (var read = Loader.loadPDF(bytes)) {
            for (int page = 0; page < read.getNumberOfPages(); page++) {
                var image = new PDFRenderer(read).renderImageWithDPI(page, 80);
                ImageIO.write(
                        image,
                        "png",
                        folder.resolve("invoice-" + name + "-" + (page + 1) + ".png")
                                .toFile());
            }
            return new PDFTextStripper().getText(read);
        }
    }
}
