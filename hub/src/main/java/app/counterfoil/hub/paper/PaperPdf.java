package app.counterfoil.hub.paper;

import app.counterfoil.hub.measure.BusinessClock;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.GregorianCalendar;
import org.springframework.stereotype.Component;

/**
 * Makes a page of HTML into a PDF: fonts embedded, nothing loaded from anywhere, the same bytes for the same page. The
 * page asks for the font families {@code Counterfoil, CounterfoilPlain, CounterfoilMore0, CounterfoilMore1}, in this order.
 */
@Component
public class PaperPdf {

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
        var builder = builder(texts);
        builder.withHtmlContent(html, null);
        var bytes = new ByteArrayOutputStream();
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            var pdf = renderer.getPdfDocument();
            var written = GregorianCalendar.from(day.atStartOfDay(BusinessClock.ZONE));
            pdf.getDocumentInformation().setCreationDate(written);
            pdf.getDocumentInformation().setModificationDate(written);
            pdf.getDocumentInformation().setTitle(title);
            pdf.setDocumentId((long) title.hashCode());
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            // Its message can quote the document.
            throw new IllegalStateException("The paper could not be made.");
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
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(TextDirection.LTR);
        for (var moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, moment);
        }
        builder.withProducer("Counterfoil");
        return builder;
    }
}
