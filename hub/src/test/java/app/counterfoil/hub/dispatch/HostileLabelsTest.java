package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aSmallLabelThatUnpacksToMuchIsNotRead(int layers) throws IOException {
        var bomb = thatUnpacksTo(80 << 20, layers);
        assertThat(bomb).hasSizeLessThan(200_000);
        try (var sheet = new LabelSheet()) {
            assertThat(sheet.takes(new LabelDocument(bomb))).isFalse();
            assertThat(sheet.takes(new LabelDocument(thatUnpacksTo(8 << 20, layers))))
                    .isTrue();
        }
    }

    @Test
    void whatIsMuchOnTheWayCountsThoughItComesToNothing() throws IOException {
        // The zlib format with millions of stored blocks without a byte in them, and that packed once more.
        var nothing = new ByteArrayOutputStream();
        nothing.write(new byte[] {0x78, 0x01});
        for (int block = 0; block < 16 << 20; block++) {
            nothing.write(new byte[] {0, 0, 0, -1, -1});
        }
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            nothing.writeTo(out);
        }
        var before = "%PDF-1.7\n1 0 obj\n<< /Filter [/FlateDecode /FlateDecode] >>\nstream\n";
        var pdf = new ByteArrayOutputStream();
        pdf.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
        packed.writeTo(pdf);
        assertThat(pdf.size()).isLessThan(200_000);
        assertThat(UnpackedSize.isWithin(64L << 20, pdf.toByteArray())).isFalse();
        assertThat(UnpackedSize.isWithin(128L << 20, pdf.toByteArray())).isTrue();
    }

    /** One page whose content is that many blanks, packed over and over. */
    private static byte[] thatUnpacksTo(int bytes, int layers) throws IOException {
        var content = new byte[bytes];
        Arrays.fill(content, (byte) ' ');
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var filters = new COSArray();
            for (int layer = 0; layer < layers; layer++) {
                filters.add(COSName.FLATE_DECODE);
            }
            var stream = document.getDocument().createCOSStream();
            try (var out = stream.createOutputStream(filters)) {
                out.write(content);
            }
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
            var saved = new ByteArrayOutputStream();
            document.save(saved);
            return saved.toByteArray();
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
