package app.counterfoil.hub.dispatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;

/** Puts labels on pages of 4 × 6 inch, whole and undistorted, whatever size the courier made them in. */
final class LabelSheet implements AutoCloseable {

    private static final PDRectangle PAGE = new PDRectangle(4 * 72, 6 * 72);

    /** A label is a page or two: a picture of 4 × 6 inch at 600 points an inch has 25 MB in colour. */
    private static final long MOST_UNPACKED = 64L << 20;

    private static final int LINES = 28;
    private static final int WIDTH = 48;

    private final PDDocument sheet = new PDDocument();

    /** Adds all pages of a label, or nothing of one that cannot be read; it says whether it could. */
    boolean takes(LabelDocument label) {
        if (!UnpackedSize.isWithin(MOST_UNPACKED, label.pdf())) {
            return false;
        }
        var before = sheet.getNumberOfPages();
        try (var document = Loader.loadPDF(label.pdf())) {
            add(document);
            return sheet.getNumberOfPages() > before;
        } catch (IOException | RuntimeException broken) {
            // Not told any further: its message can quote the document. Half a label is none.
            while (sheet.getNumberOfPages() > before) {
                sheet.removePage(before);
            }
            return false;
        }
    }

    /**
     * What was added as one PDF, and a last page with what was left out, if anything was; it is made in memory and never
     * touches a disk.
     */
    byte[] pdf(List<String> leftOut) {
        try {
            if (!leftOut.isEmpty()) {
                note(sheet, leftOut);
            }
            var bytes = new ByteArrayOutputStream();
            sheet.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new LabelGone(
                    "These labels cannot be put into one PDF.", "Print them one by one, from their orders' pages.");
        }
    }

    @Override
    public void close() {
        try {
            sheet.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void add(PDDocument document) throws IOException {
        for (int i = 0; i < document.getNumberOfPages(); i++) {
            var form = new LayerUtility(sheet).importPageAsForm(document, i);
            var box = form.getBBox();
            var scale = Math.min(PAGE.getWidth() / box.getWidth(), PAGE.getHeight() / box.getHeight());
            var page = new PDPage(PAGE);
            sheet.addPage(page);
            try (var content = new PDPageContentStream(sheet, page)) {
                content.transform(Matrix.getTranslateInstance(
                        (PAGE.getWidth() - box.getWidth() * scale) / 2,
                        (PAGE.getHeight() - box.getHeight() * scale) / 2));
                content.transform(Matrix.getScaleInstance(scale, scale));
                content.drawForm(form);
            }
        }
    }

    private static void note(PDDocument sheet, List<String> leftOut) throws IOException {
        var plain = new PDType1Font(FontName.HELVETICA);
        var lines = new ArrayList<String>(List.of("THIS IS NO LABEL", "", "Not printed with the labels before:", ""));
        for (var each : leftOut) {
            lines.addAll(wrapped(each));
        }
        for (int from = 0; from < lines.size(); from += LINES) {
            var page = new PDPage(PAGE);
            sheet.addPage(page);
            try (var content = new PDPageContentStream(sheet, page)) {
                content.beginText();
                content.setFont(plain, 10);
                content.setLeading(13);
                content.newLineAtOffset(20, PAGE.getHeight() - 30);
                for (var line : lines.subList(from, Math.min(lines.size(), from + LINES))) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
        }
    }

    private static List<String> wrapped(String sentence) {
        // The font knows the letters of order numbers and of our own sentences; anything else is left to the screen.
        var rest = sentence.replaceAll("[^\\x20-\\x7E]", "?");
        var lines = new ArrayList<String>();
        while (rest.length() > WIDTH) {
            var border = rest.lastIndexOf(' ', WIDTH);
            var end = border > 0 ? border : WIDTH;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        lines.add("");
        return lines;
    }
}
