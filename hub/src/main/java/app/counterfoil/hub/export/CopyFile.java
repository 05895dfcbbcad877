package app.counterfoil.hub.export;

import app.counterfoil.hub.shell.Csv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;

/**
 * Writes the file of a copy. Every cell is text: what begins like a formula reckons nothing in a spreadsheet program.
 *
 * @param mark the sentence by which the copy says what it is
 * @param headings the headings
 * @param rows the rows, each with a cell for each heading; personal
 */
record CopyFile(String mark, List<String> headings, List<List<String>> rows) {

    private static final String PROGRAM = "Counterfoil";
    private static final String VERSION = "1.0";
    private static final double WIDTH_OF_A_COLUMN = 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What a cell of a sheet that has headers may hold at most there. */
    private static final int LONGEST_HEADER = 240;

    byte[] as(CopyFormat format, int number) {
        return switch (format) {
            case XLSX -> xlsx(number);
            case CSV -> csv().getBytes(StandardCharsets.UTF_8);
            case ZIP -> throw new IllegalArgumentException("A ZIP holds papers; its list is CSV.");
            case CSV_FOR_EXCEL -> (BYTE_ORDER_MARK + csv()).getBytes(StandardCharsets.UTF_8);
        };
    }

    private String csv() {
        var text = new StringBuilder();
        line(text, List.of(mark));
        line(text, headings);
        rows.forEach(row -> line(text, row));
        line(text, List.of(mark));
        return text.toString();
    }

    private byte[] xlsx(int number) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, PROGRAM, VERSION)) {
            book.properties()
                    .setTitle("Copy " + number)
                    .setSubject(mark)
                    .setDescription(mark)
                    .setTextProperty("Copy", Integer.toString(number));
            var sheet = book.newWorksheet("Copy " + number);
            var inHeader = mark.substring(0, Math.min(mark.length(), LONGEST_HEADER));
            sheet.header(inHeader.replace("&", "&&"), Position.CENTER);
            sheet.footer(inHeader.replace("&", "&&"), Position.CENTER);
            sheet.inlineString(0, 0, mark);
            for (int column = 0; column < headings.size(); column++) {
                sheet.inlineString(1, column, headings.get(column));
                sheet.width(column, WIDTH_OF_A_COLUMN);
            }
            sheet.range(1, 0, 1, headings.size() - 1).style().bold().set();
            for (int line = 0; line < rows.size(); line++) {
                for (int column = 0; column < headings.size(); column++) {
                    sheet.inlineString(line + 2, column, rows.get(line).get(column));
                }
            }
            sheet.inlineString(rows.size() + 2, 0, mark);
            sheet.freezePane(1, 2);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return bytes.toByteArray();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.join(",", cells.stream().map(Csv::inQuotes).toList()))
                .append("\r\n");
    }

    @Override
    public String toString() {
        return "CopyFile[hidden]";
    }
}
