package app.counterfoil.hub.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** A file says what it is in every place that a program shows, and no cell of it reckons anything. */
class CopyFileTest {

    private static final String MARK = "Copy 7 of A & B.";

    private static CopyFile of(String... cells) {
        return new CopyFile(MARK, List.of("A", "B"), List.of(List.of(cells)));
    }

    @Test
    void whatBeginsLikeAFormulaIsTextInCsv() {
        for (var begin : List.of("=", "+", "-", "@", "\t", "\r", "\n")) {
            assertThat(text(of(begin + "cmd|' /C calc'!A0", "x").as(CopyFormat.CSV, 7)))
                    .contains("\"'" + begin + "cmd|' /C calc'!A0\",\"x\"");
        }
        assertThat(text(of("a \"b\"", "1-2").as(CopyFormat.CSV, 7))).contains("\"a \"\"b\"\"\",\"1-2\"");
    }

    @Test
    void excelIsToldTheEncodingAndOthersAreNot() {
        assertThat(of("Zoë", "x").as(CopyFormat.CSV_FOR_EXCEL, 7)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(text(of("Zoë", "x").as(CopyFormat.CSV, 7)))
                .startsWith("\"" + MARK)
                .contains("Zoë");
    }

    @Test
    void theFirstAndTheLastLineSayWhichCopyItIs() {
        assertThat(text(of("1", "2").as(CopyFormat.CSV, 7)).lines())
                .containsExactly("\"" + MARK + "\"", "\"A\",\"B\"", "\"1\",\"2\"", "\"" + MARK + "\"");
    }

    @Test
    void aWorkbookSaysItInItsPropertiesItsHeaderAndItsFooterAndHasNoFormula() throws IOException {
        var parts = unzipped(of("=1+1", "2").as(CopyFormat.XLSX, 7));
        assertThat(parts)
                .contains("<dc:title>Copy 7</dc:title>", "<dc:subject>Copy 7 of A &amp; B.</dc:subject>")
                .containsPattern("<oddHeader>[^<]*Copy 7 of A &amp;&amp; B.")
                .containsPattern("<oddFooter>[^<]*Copy 7 of A &amp;&amp; B.")
                .contains("=1+1")
                .doesNotContain("<f>");
    }

    @Test
    void twoCopiesOfTheSameHaveOtherCodesAndAnotherOrder() {
        var row = UUID.randomUUID();
        var one = UUID.randomUUID();
        assertThat(CopyMark.code(one, row)).matches(CopyMark.CODE).isEqualTo(CopyMark.code(one, row));
        assertThat(CopyMark.code(UUID.randomUUID(), row)).isNotEqualTo(CopyMark.code(one, row));
    }

    private static String unzipped(byte[] file) throws IOException {
        var book = Files.write(Files.createTempFile("copy", ".xlsx"), file);
        var text = new StringBuilder();
        try (var zip = new ZipFile(book.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                text.append(text(zip.getInputStream(entry).readAllBytes()));
            }
        } finally {
            Files.delete(book);
        }
        return text.toString();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
