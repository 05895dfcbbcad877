package app.counterfoil.hub.dispatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** Puts labels on pages of 4 × 6 inch, whole and undistorted, whatever size the courier made them in. */
final class LabelSheet {

    private static final PDRectangle PAGE = new PDRectangle(4 * 72, 6 * 72);

    private LabelSheet() {}

    /** All pages of all labels as one PDF; it is made in memory and never touches a disk. */
    static byte[] merged(List<LabelDocument> labels) {
        try (var sheet = new PDDocument()) {
            for (var label : labels) {
                add(sheet, label);
            }
            var bytes = new ByteArrayOutputStream();
            sheet.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            // Its message can quote the document.
            throw new PrintLabels.LabelGone(
                    "A label is not a PDF we can read.", "Make a new label from the order's page.");
        }
    }

    private static void add(PDDocument sheet, LabelDocument label) throws IOException {
        try (var document = Loader.loadPDF(label.pdf())) {
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
    }
}
