package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.document.DocumentLanguage;
import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.einvoice.Einvoice;
import app.counterfoil.hub.invoice.einvoice.EinvoiceRules;
import app.counterfoil.hub.invoice.einvoice.MadeUpDocuments;
import app.counterfoil.hub.invoice.einvoice.MustangCheck;
import app.counterfoil.hub.paper.Embedded;
import app.counterfoil.hub.paper.PaperFonts;
import app.counterfoil.hub.paper.PaperPdf;
import app.counterfoil.hub.paper.VeraPdf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The public validators accept what is made up by chance: each PDF as one for the archive (veraPDF), and of each full
 * invoice and its credit note the PDF as a Factur-X (Mustang) and the forms for machines by EN 16931 and Peppol (phive). {@code -Dcounterfoil.documents=500} says how many.
 */
class DocumentsAreAcceptedTest {

    private static final int HOW_MANY = Integer.getInteger("counterfoil.documents", 60);

    @TempDir
    private static Path folder;

    private final InvoicePdf pdf = pdf(folder);

    @BeforeAll
    static void aFontOfTheMachine() throws IOException {
        try (var font = PaperFonts.class.getResourceAsStream("some-han-kana-hangul.ttf")) {
            Files.copy(font, folder.resolve("some.ttf"));
        }
    }

    @Test
    void everyDocumentIsAccepted() {
        var refused = new ArrayList<String>();
        var counted = new TreeMap<String, Integer>();
        for (int number = 0; number < HOW_MANY; number++) {
            var document = MadeUpDocuments.one(number);
            var faults = faults(document, look(number), counted);
            if (!faults.isEmpty()) {
                refused.add("document " + number + ": " + faults);
            }
            if (document.kind() == InvoiceKind.FULL && document.credit().isEmpty()) {
                var several = MadeUpDocuments.ofSeveralOrders(document);
                faults(several, look(number), counted).forEach(fault -> refused.add("of several orders: " + fault));
                counted.merge("of several orders", 1, Integer::sum);
            }
        }
        System.out.println("Accepted: " + counted);
        assertThat(refused).isEmpty();
        assertThat(counted.keySet()).contains("PDF/A-3b", "CII", "UBL", "Peppol", "of several orders");
    }

    @Test
    void anotherProgramMakesTheSameBytes() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var other = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DocumentsAreAcceptedTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var told = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(told.lines().filter(line -> line.startsWith("HASH ")).toList())
                .isEqualTo(hashes(pdf))
                .hasSize(4);
    }

    /** Prints the hashes of documents as this program makes them, with the fonts of that folder. */
    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        hashes(pdf(Path.of(arguments[0]))).forEach(System.out::println);
    }

    /** Of an invoice and a credit note: the PDF with the CII in it, and the UBL. */
    private static List<String> hashes(InvoicePdf pdf) throws NoSuchAlgorithmException {
        var hashes = new ArrayList<String>();
        for (var document : List.of(MadeUpDocuments.one(1), MadeUpDocuments.one(6))) {
            for (var bytes :
                    List.of(pdf.render(document, look(6)), Einvoice.of(document).ubl())) {
                var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                hashes.add("HASH " + HexFormat.of().formatHex(hash));
            }
        }
        return hashes;
    }

    /** All languages in turn, and a logo on every second one. */
    private static DocumentLook look(int number) {
        var languages = DocumentLanguage.values();
        return new DocumentLook(
                languages[number % languages.length],
                number % 2 == 0
                        ? Optional.empty()
                        : Optional.of(PictureOfAShop.logo().png()),
                "Company number 00000000 (made up)");
    }

    private List<String> faults(InvoiceDocument document, DocumentLook look, Map<String, Integer> counted) {
        var paper = pdf.render(document, look);
        var faults = new ArrayList<>(VeraPdf.faults(paper));
        counted.merge("PDF/A-3b", 1, Integer::sum);
        counted.merge("in " + look.language().title(), 1, Integer::sum);
        counted.merge("of them " + document.title() + "s", 1, Integer::sum);
        if (document.kind() == InvoiceKind.FULL) {
            var einvoice = Einvoice.of(document);
            faults.addAll(MustangCheck.faults(paper));
            counted.merge("Factur-X", 1, Integer::sum);
            faults.addAll(EinvoiceRules.cii(einvoice.cii()));
            counted.merge("CII", 1, Integer::sum);
            var ubl = einvoice.ubl();
            var peppol = einvoice.lacksForPeppol().isEmpty();
            faults.addAll(peppol ? EinvoiceRules.peppol(ubl) : EinvoiceRules.ubl(ubl));
            counted.merge(peppol ? "Peppol" : "UBL", 1, Integer::sum);
        }
        return faults;
    }

    @Test
    void mustangRefusesWhatIsNoFacturX() {
        var document = MadeUpDocuments.one(0);
        assertThat(MustangCheck.faults(pdf.render(document, look(2)))).isEmpty();
        var fonts = new PaperFonts(List.of());
        var good = Einvoice.of(document).alongPdf();
        var wrong = new String(good.bytes(), StandardCharsets.UTF_8)
                .replaceFirst("<ram:GrandTotalAmount>", "<ram:GrandTotalAmount>9")
                .getBytes(StandardCharsets.UTF_8);
        var html = "<html><body style=\"font-family: Counterfoil\">An invoice</body></html>";
        var paper = new PaperPdf(fonts)
                .of(
                        html,
                        List.of(),
                        "Wrong",
                        document.issuedOn(),
                        Optional.of(new Embedded(
                                good.name(), good.type(), good.description(), wrong, good.metadata(), good.schemas())));
        assertThat(VeraPdf.faults(paper)).isEmpty();
        assertThat(MustangCheck.faults(paper)).anyMatch(fault -> fault.contains("BR-CO-15"));
        var without = new PaperPdf(fonts).of(html, List.of(), "Nothing in it", document.issuedOn());
        assertThat(MustangCheck.faults(without)).isNotEmpty();
    }

    private static InvoicePdf pdf(Path fontsIn) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        var templates = new SpringTemplateEngine();
        templates.setTemplateResolver(resolver);
        var fonts = new PaperFonts(List.of(fontsIn));
        return new InvoicePdf(templates, fonts, new PaperPdf(fonts));
    }
}
