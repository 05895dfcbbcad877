package app.counterfoil.hub.paper;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What somebody reads who opens a paper of ours. */
public final class PdfText {

    private PdfText() {}

    /** The text of the paper, in the order in which it is read. */
    public static String of(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
