package app.counterfoil.hub.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table to be opened in a spreadsheet program. Every cell is text: what begins like a formula is shown as it was written
 * and reckons nothing.
 *
 * @param title the name of the sheet
 * @param headings the headings
 * @param rows the rows, each with a cell for each heading
 */
public record Spreadsheet(String title, List<String> headings, List<List<String>> rows) {

    private static final String PROGRAM = "Counterfoil";
    private static final String VERSION = "1.0";
    private static final double WIDTH_OF_A_COLUMN = 34;
    private static final int FIRST_LINE = 1;

    /** Copies the lists. */
    public Spreadsheet {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Several tables as the sheets of one XLSX file. */
    public static byte[] xlsx(List<Spreadsheet> sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, PROGRAM, VERSION)) {
            sheets.forEach(sheet -> sheet.writeInto(book.newWorksheet(sheet.title)));
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return bytes.toByteArray();
    }

    /** The table as CSV (RFC 4180), each formula made text by an apostrophe before it. */
    public String csv() {
        var text = new StringBuilder();
        line(text, headings);
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private void writeInto(Worksheet sheet) {
        write(sheet, 0, headings);
        sheet.range(0, 0, 0, headings.size() - 1).style().bold().wrapText(true).set();
        for (int line = 0; line < rows.size(); line++) {
            write(sheet, line + FIRST_LINE, rows.get(line));
        }
        if (!rows.isEmpty()) {
            sheet.range(FIRST_LINE, 0, rows.size(), headings.size() - 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
        for (int column = 0; column < headings.size(); column++) {
            sheet.width(column, WIDTH_OF_A_COLUMN);
        }
        sheet.freezePane(1, 1);
    }

    private static void write(Worksheet sheet, int line, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(line, column, cells.get(column));
        }
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.join(",", cells.stream().map(Spreadsheet::quoted).toList()))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        var safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
