package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.vault.Purpose;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The copy that a requester is given is whole, locked, and gone after fourteen days. */
class BundlesTest extends RightsBench {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private Bundles bundles;

    @Test
    void allThatIsHeldOnThemAndWhoReceivedItStandsInIt() throws IOException {
        var testa = Somebody.fresh("Tésta Demoson");
        var atAmazon = buysAtAmazon(testa);
        var atEbay = buysAtEbay(testa);
        download();
        book(atAmazon);
        leave(atAmazon);
        var id = asksAndIsKnown(RequestKind.ACCESS, byEmail(testa));
        var passphrase = bundles.make(shop, id, office);
        var pdf = bundles.fetch(shop, id, office);
        assertThatThrownBy(() -> Loader.loadPDF(pdf)).isInstanceOf(InvalidPasswordException.class);
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("Demoson", "your-data.json\0");
        try (var opened = Loader.loadPDF(pdf, passphrase)) {
            assertThat(new PDFTextStripper().getText(opened))
                    .contains("Tésta Demoson", atAmazon, atEbay, "Royal Mail", "ico.org.uk", "Delivery", "30 days");
            var data = attached(opened, "your-data.json");
            assertThat(data.path("orders")).hasSize(2);
            var sent = data.path("orders").findParents("number").stream()
                    .filter(order -> order.path("number").asString().equals(atAmazon))
                    .findFirst()
                    .orElseThrow();
            assertThat(sent.path("receivedBy").findValuesAsString("recipient")).contains("Royal Mail");
            assertThat(sent.path("held").findValuesAsString("what"))
                    .contains("Recipient and address", "Buyer", "Courier's label");
            assertThat(sent.path("source").asString()).isEqualTo("Amazon");
            fits(data);
        }
        assertThat(log.of(shop, id)).extracting(RequestLog.Entry::what).contains(Step.BUNDLE_MADE, Step.BUNDLE_FETCHED);
    }

    /** The file for machines holds what its schema names, and nothing else; the schema is what anybody can fetch. */
    private void fits(JsonNode data) {
        try {
            var schema = JSON.readTree(pages.page(office, "/requests/bundle.schema.json"));
            assertThat(schema.path("properties").propertyNames())
                    .containsExactlyInAnyOrderElementsOf(data.propertyNames());
            var order = schema.at("/properties/orders/items/properties").propertyNames();
            data.path("orders")
                    .forEach(each -> assertThat(each.propertyNames()).containsExactlyInAnyOrderElementsOf(order));
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void whatTheyTakeWithThemIsWhatTheyHaveGiven() throws IOException {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtAmazon(testa);
        download();
        book(number);
        var id = asksAndIsKnown(RequestKind.PORTABILITY, byEmail(testa));
        var passphrase = bundles.make(shop, id, office);
        try (var opened = Loader.loadPDF(bundles.fetch(shop, id, office), passphrase)) {
            assertThat(attached(opened, "your-data.json").path("orders").findValuesAsString("what"))
                    .contains("Recipient and address", "Buyer")
                    .doesNotContain("Courier's label");
            var table = file(opened, "your-data.csv");
            var headings = table.lines().findFirst().orElseThrow();
            assertThat(table)
                    .contains("\"Amazon\",\"" + number + "\"", "\"Name\",\"Testa Demoson\",\"Delivery\"")
                    .doesNotContain("Courier's label");
            assertThat(table.lines().skip(1)).allMatch(line -> line.split("\",\"").length == 8);
            assertThat(file(opened, "your-data-csv-columns.txt")).contains(headings.split(","));
        }
    }

    @Test
    void nothingIsGivenBeforeItIsKnownWhoHasAsked() {
        var testa = Somebody.fresh("Testa Demoson");
        buysAtEbay(testa);
        download();
        var id = asks(RequestKind.ACCESS, byEmail(testa));
        assertThat(lookFor.lookFor(shop, id, office)).isEqualTo(1);
        assertThatThrownBy(() -> bundles.make(shop, id, office)).hasMessageContaining("not known yet who has asked");
        assertThat(bundles.latest(shop, id)).isEmpty();
    }

    @Test
    void itEndsAfterFourteenDays() throws Exception {
        var testa = Somebody.fresh("Testa Demoson");
        buysAtEbay(testa);
        download();
        var id = asksAndIsKnown(RequestKind.ACCESS, byEmail(testa));
        var made = pages.perform(office, post("/requests/" + id + "/bundle"));
        assertThat(made.getFlashMap().get("passphrase")).asString().matches("([a-z2-9]{4}-){4}[a-z2-9]{4}");
        assertThat(pages.page(office, "/requests/" + id)).contains("Fetch it", "Make it anew");
        var fetched = pages.asked(office, get("/requests/" + id + "/bundle.pdf"));
        assertThat(fetched.getHeader("Cache-Control")).contains("no-store");
        assertThat(fetched.getContentAsByteArray()).startsWith(0x25, 0x50, 0x44, 0x46);
        forward(13);
        assertThat(bundles.fetch(shop, id, office)).isNotEmpty();
        forward(1);
        assertThat(pages.asked(office, get("/requests/" + id + "/bundle.pdf")).getStatus())
                .isEqualTo(404);
        assertThat(pages.page(office, "/requests/" + id)).doesNotContain("Fetch it");
        handle.done(shop, id, office.id());
        assertThat(request(id).closedAt()).isNotEqualTo(Optional.empty());
    }

    @Test
    void whatBeginsLikeAFormulaReckonsNothingInASpreadsheet() {
        var field = new BundleContent.Field("Note", "=HYPERLINK(\"https://evil.example\")");
        var held = new BundleContent.HeldLine("Buyer", Purpose.SERVICE.title(), "2026-01-02", List.of(field));
        var taxed = new BundleContent.HeldLine(
                "Invoice", Purpose.TAX_RECORD.title(), "2026-01-02", List.of(new BundleContent.Field("Name", "A")));
        var content = new BundleContent(
                "", "R-1", "", "", List.of(), List.of(), List.of(), List.of(held, taxed), List.of(), "");
        assertThat(BundleCsv.of(content))
                .contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\"")
                .doesNotContain("Invoice");
    }

    private static String file(PDDocument document, String name) throws IOException {
        var files = new PDDocumentNameDictionary(document.getDocumentCatalog())
                .getEmbeddedFiles()
                .getNames();
        return new String(files.get(name).getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
    }

    private static JsonNode attached(PDDocument document, String name) throws IOException {
        var files = new PDDocumentNameDictionary(document.getDocumentCatalog())
                .getEmbeddedFiles()
                .getNames();
        return JSON.readTree(files.get(name).getEmbeddedFile().toByteArray());
    }
}
