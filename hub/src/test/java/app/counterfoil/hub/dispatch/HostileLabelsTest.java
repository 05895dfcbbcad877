package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;

/** What a PDF of the courier's would do to whoever opens it does not reach the sheet that is printed. */
class HostileLabelsTest {

    @Test
    void nothingThatActsIsTakenOverFromALabel() throws IOException {
        byte[] printed;
        try (var sheet = new LabelSheet()) {
            assertThat(sheet.takes(new LabelDocument(thatActs()))).isTrue();
            printed = sheet.pdf(List.of());
        }
        assertThat(new String(printed, StandardCharsets.ISO_8859_1))
                .doesNotContain("JavaScript", "alert", "evil.example", "EmbeddedFile", "OpenAction", "/AA");
        try (var document = Loader.loadPDF(printed)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getDocumentCatalog().getNames()).isNull();
        }
    }

    private static byte[] thatActs() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('here')"));
            var link = new PDAnnotationLink();
            var leads = new PDActionURI();
            leads.setURI("https://evil.example");
            link.setAction(leads);
            page.setAnnotations(List.of(link));
            var file = new PDComplexFileSpecification();
            file.setFile("EmbeddedFile.exe");
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("EmbeddedFile", file));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
