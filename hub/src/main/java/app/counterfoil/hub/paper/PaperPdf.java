package app.counterfoil.hub.paper;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.springframework.stereotype.Component;

/**
 * Makes a page of HTML into a PDF for the archive (PDF/A-3b): fonts embedded, nothing loaded from anywhere but the page itself, the same bytes
 * for the same page. The page asks for the font families {@code Counterfoil, CounterfoilPlain, CounterfoilMore0, CounterfoilMore1}, in this order.
 */
@Component
public class PaperPdf {

    /** A picture that stands in the page itself. */
    private static final String PICTURE_WITHIN = "data:image/png;base64,";

    static {
        // It would write lines of its own to the console for each paper, past our log, and could quote one.
        XRLog.setLoggingEnabled(false);
    }

    private final PaperFonts fonts;

    /** Prints with these fonts. */
    public PaperPdf(PaperFonts fonts) {
        this.fonts = fonts;
    }

    /**
     * The PDF.
     *
     * @param html the page, well formed
     * @param texts what of it people have written, so that its fonts are found
     * @param title the title of the document; it names nobody
     * @param day the day written into it
     * @throws CannotPrint if there are letters that no font has
     */
    public byte[] of(String html, Collection<String> texts, String title, LocalDate day) {
        return of(html, texts, title, day, Optional.empty());
    }

    /**
     * The PDF, with a file that goes along in it.
     *
     * @param html the page, well formed
     * @param texts what of it people have written, so that its fonts are found
     * @param title the title of the document; it names nobody
     * @param day the day written into it
     * @param along the file that tells the same as its pages
     * @throws CannotPrint if there are letters that no font has
     */
    public byte[] of(String html, Collection<String> texts, String title, LocalDate day, Optional<Embedded> along) {
        var builder = builder(texts);
        builder.withHtmlContent(html, null);
        var bytes = new ByteArrayOutputStream();
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            var pdf = renderer.getPdfDocument();
            Archived.finish(pdf, title, day, along);
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            // Its message can quote the document.
            throw new IllegalStateException("The paper could not be made.");
        }
    }

    /** The file that goes along in a paper of ours; empty if none does. */
    public static Optional<byte[]> along(byte[] pdf) {
        try (var read = Loader.loadPDF(pdf)) {
            return Archived.along(read);
        } catch (IOException broken) {
            // Its message can quote the document.
            throw new IllegalStateException("The paper could not be read.");
        }
    }

    private PdfRendererBuilder builder(Collection<String> texts) {
        var builder = new PdfRendererBuilder();
        builder.useFont(() -> fonts.plain().open(), "Counterfoil", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> fonts.bold().open(), "Counterfoil", 700, FontStyle.NORMAL, true);
        // The bold face has fewer letters than the plain one.
        builder.useFont(() -> fonts.plain().open(), "CounterfoilPlain", 400, FontStyle.NORMAL, true);
        var number = 0;
        for (var font : fonts.beyond(texts)) {
            builder.useFont(font::open, "CounterfoilMore" + number++, 400, FontStyle.NORMAL, true);
        }
        // The root of a page asks for this family before its body has said another.
        builder.useFont(() -> fonts.plain().open(), "serif", 400, FontStyle.NORMAL, true);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(TextDirection.LTR);
        for (var moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith(PICTURE_WITHIN), moment);
        }
        builder.usePdfAConformance(PdfAConformance.PDFA_3_B);
        return builder;
    }
}
