package app.counterfoil.hub.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** Papers are PDFs for the archive: veraPDF accepts them, and they are the same bytes wherever they are made. */
class ArchivedPapersTest {

    private static final LocalDate DAY = LocalDate.parse("2026-02-14");
    private static final List<String> NAMES =
            List.of("Testa Demoson", "Σοφία Δοκιμή", "Тест Примеров", "Փորձ Օրինակ", "مثال تجريبي", "דוגמה ישראלית");

    @Test
    void aPaperIsOneForTheArchive() {
        assertThat(VeraPdf.faults(paper(Optional.empty()))).isEmpty();
    }

    @Test
    void aPaperWithAFileInItIsOneForTheArchive() throws IOException {
        var pdf = paper(Optional.of(file()));
        assertThat(VeraPdf.faults(pdf)).isEmpty();
        try (var read = Loader.loadPDF(pdf)) {
            var names = read.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(names.get("told.xml").getEmbeddedFile().toByteArray()).isEqualTo(file().bytes());
        }
    }

    @Test
    void theCheckRefusesWhatIsNotForTheArchive() throws IOException {
        assertThat(VeraPdf.faults(changed(pdf -> pdf.getDocumentCatalog().setMetadata(null))))
                .anyMatch(fault -> fault.startsWith("6.6"));
        assertThat(VeraPdf.faults(changed(pdf -> pdf.getDocumentCatalog().setOutputIntents(List.of()))))
                .anyMatch(fault -> fault.startsWith("6.2"));
        assertThat(VeraPdf.faults("no PDF".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
    }

    @Test
    void theColoursAreThoseOfSRgb() throws IOException {
        var ours = new ICC_ColorSpace(ICC_Profile.getInstance(new ByteArrayInputStream(ColourProfile.sRgb())));
        var theirs = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        for (var colour : List.of(
                new float[] {1, 0, 0}, new float[] {0, 1, 0}, new float[] {0.06f, 0.42f, 0.36f}, new float[] {1, 1, 1
                })) {
            var there = theirs.toCIEXYZ(colour);
            var here = ours.toCIEXYZ(colour);
            for (int axis = 0; axis < 3; axis++) {
                assertThat(here[axis]).isCloseTo(there[axis], within(0.004f));
            }
        }
    }

    @Test
    void aLockedPaperDoesNotSayThatItIsOneForTheArchive() throws IOException {
        var locked = LockedPdf.of(paper(Optional.empty()), Map.of(), "correct horse");
        try (var read = Loader.loadPDF(locked, "correct horse")) {
            assertThat(read.getDocumentCatalog().getMetadata()).isNull();
        }
    }

    /** The library would write to the console by itself, past our log, and what it says of a page can quote it. */
    @Test
    void anotherProgramMakesTheSameBytesAndSaysNothingOfThem() throws Exception {
        var here = hash(paper(Optional.of(file())));
        assertThat(hash(paper(Optional.of(file())))).isEqualTo(here);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var other = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ArchivedPapersTest.class.getName())
                .redirectErrorStream(true)
                .start();
        var told = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(told.strip()).isEqualTo(here);
    }

    /** Prints the hash of the paper that the test makes. */
    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        System.out.println(hash(paper(Optional.of(file()))));
    }

    private static Embedded file() {
        return new Embedded(
                "told.xml", "text/xml", "The same for machines", "<told/>".getBytes(StandardCharsets.UTF_8), "", "");
    }

    private static byte[] paper(Optional<Embedded> along) {
        var fonts = new PaperFonts(List.of());
        var html = new StringBuilder("<html lang=\"en\"><head><title>Told</title><style>"
                + "body { font-family: Counterfoil, CounterfoilPlain } </style></head><body><h1>Told &amp; kept</h1>");
        NAMES.forEach(name -> html.append("<p>").append(name).append("</p>"));
        return new PaperPdf(fonts).of(html.append("</body></html>").toString(), NAMES, "Told & <kept>", DAY, along);
    }

    private interface Change {
        void make(PDDocument pdf) throws IOException;
    }

    private static byte[] changed(Change change) throws IOException {
        try (var read = Loader.loadPDF(paper(Optional.empty()))) {
            change.make(read);
            var bytes = new ByteArrayOutputStream();
            read.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static String hash(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
