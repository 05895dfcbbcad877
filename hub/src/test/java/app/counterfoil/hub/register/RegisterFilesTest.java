package app.counterfoil.hub.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.vault.Purpose;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.fge.jackson.JsonLoader;
import com.github.fge.jsonschema.core.report.ProcessingReport;
import com.github.fge.jsonschema.main.JsonSchemaFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The register to take along opens as a table, as a paper and as JSON, and each says what the page says. */
class RegisterFilesTest extends RegisterBench {

    private static final String FORMULA = "=HYPERLINK(\"http://evil.example\")";

    @TempDir
    private Path folder;

    @Autowired
    private RegisterTexts texts;

    @BeforeEach
    void aContactThatLooksLikeAFormula() {
        texts.say(owner(), KeptPart.CONTACT, Optional.empty(), new KeptText(FORMULA, "data@shop.example", "Zoë Țăran"));
        texts.say(
                owner(),
                KeptPart.BASIS_NOTE,
                Optional.of(Purpose.DELIVERY),
                new KeptText("", "", "Made up: weighed <well>."));
        connect(OutsideService.ROYAL_MAIL);
    }

    @Test
    void theJsonIsAsItsSchemaSays() throws Exception {
        var json = JsonLoader.fromString(pages.page(owner(), "/register/processing.json"));
        assertThat(report(json).isSuccess()).as(report(json).toString()).isTrue();
        assertThat(json.at("/controller/contact/name").asText()).isEqualTo(FORMULA);
        assertThat(json.at("/activities/0/basisNote").asText()).isEqualTo("Made up: weighed <well>.");
        assertThat(json.at("/recipients/2/categories").toString()).contains("ADDRESS");
        assertThat(json.at("/gaps/0").asText()).contains("data protection officer");
    }

    @Test
    void whatTheSchemaDoesNotKnowIsFound() throws Exception {
        var json = JsonLoader.fromString(
                pages.page(owner(), "/register/processing.json").replace("\"retention\"", "\"kept\""));
        assertThat(report(json).isSuccess()).isFalse();
    }

    @Test
    void theTableHasTheColumnsOfTheRegulatorsFormAndARowForEachPurpose() throws Exception {
        var files = unzipped(download("xlsx"));
        assertThat(files).containsKeys("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml");
        var all = String.join("\n", files.values());
        var processing = files.values().stream()
                .filter(text -> text.contains("Business function"))
                .findFirst()
                .orElseThrow();
        assertThat(processing.split("<row ", -1)).hasSize(2 + Purpose.values().length);
        for (var heading : List.of(
                "Business function",
                "Purpose of processing",
                "Name and contact details of joint controller (if applicable)",
                "Categories of individuals",
                "Categories of personal data",
                "Categories of recipients",
                "Link to contract with processor",
                "Names of third countries or international organisations",
                "Safeguards for exceptional transfers",
                "Retention schedule (if possible)",
                "General description of technical and organisational security measures",
                "Article 6 lawful basis for processing personal data",
                "Article 9 condition for processing special category data",
                "Legitimate interests for the processing",
                "Rights available to individuals",
                "Existence of automated decision-making",
                "The source of the personal data",
                "Link to record of consent",
                "Location of personal data",
                "Data Protection Impact Assessment required?",
                "Has a personal data breach occurred?",
                "Data Protection Act 2018 Schedule 1 Condition for processing",
                "Is personal data retained and erased in accordance with the policy document?")) {
            assertThat(processing).contains(heading);
        }
        assertThat(all).contains("Luxembourg", "Delivery address", "Made up: weighed &lt;well&gt;.");
    }

    @Test
    void whatBeginsLikeAFormulaIsTextInTheTable() throws Exception {
        var all = String.join("\n", unzipped(download("xlsx")).values());
        assertThat(all).contains("HYPERLINK").doesNotContain("<f>").doesNotContain("<f ");
        for (var begins : List.of("=1", "+1", "-1", "@x")) {
            var sheet = new Spreadsheet("A", List.of("Head"), List.of(List.of(begins)));
            assertThat(sheet.csv()).contains("\"'" + begins + "\"");
            assertThat(String.join(
                            "", unzipped(Spreadsheet.xlsx(List.of(sheet))).values()))
                    .contains("t=\"inlineStr\"", begins)
                    .doesNotContain("<f>");
        }
        assertThat(new Spreadsheet("A", List.of("He\"ad", "b"), List.of(List.of("x,y", "z"))).csv())
                .isEqualTo("\"He\"\"ad\",\"b\"\r\n\"x,y\",\"z\"\r\n");
    }

    @Test
    void thePaperCanBeRead() throws Exception {
        try (var pdf = Loader.loadPDF(download("pdf"))) {
            assertThat(pdf.getNumberOfPages()).isBetween(2, 8);
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Record of processing activities", "Article 30(1)", "data@shop.example", "Zoë Țăran")
                    .contains("Customer service", "90 days after dispatch", "Royal Mail", "Page 1 of");
        }
    }

    @Test
    void noneOfThemNamesAnotherShop() throws Exception {
        shop = shops.open("Quillmoor (made up)", "");
        var all = pages.page(owner(), "/register/processing.json")
                + String.join("\n", unzipped(download("xlsx")).values());
        try (var pdf = Loader.loadPDF(download("pdf"))) {
            all += new PDFTextStripper().getText(pdf);
        }
        assertThat(all).contains("Quillmoor").doesNotContain("Demo Shop", "data@shop.example", "Made up: weighed");
    }

    @Test
    void noCacheKeepsAnyOfThem() throws Exception {
        for (var ending : List.of("json", "xlsx", "pdf")) {
            var answer = pages.asked(owner(), get("/register/processing." + ending));
            assertThat(answer.getHeader("Cache-Control")).contains("no-store");
            assertThat(answer.getHeader("Content-Disposition")).matches("attachment; filename=\"register-.*\"");
        }
    }

    private ProcessingReport report(JsonNode json) throws Exception {
        var schema = JsonLoader.fromString(pages.page(owner(), "/register/schema.json"));
        return JsonSchemaFactory.byDefault().getJsonSchema(schema).validate(json);
    }

    private byte[] download(String ending) throws Exception {
        var answer = pages.asked(owner(), get("/register/processing." + ending));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsByteArray();
    }

    /** Read by its directory, as spreadsheet programs do. */
    private Map<String, String> unzipped(byte[] xlsx) throws IOException {
        var file = Files.write(folder.resolve("register.xlsx"), xlsx);
        var files = new HashMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                files.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
