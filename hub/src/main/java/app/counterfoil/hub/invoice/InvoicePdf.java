package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.BusinessClock;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Prints an invoice as a PDF: A4, fonts embedded, nothing loaded from anywhere, and the same bytes for the same
 * document. A name in a script the fonts do not know is refused rather than printed as boxes.
 */
@Component
class InvoicePdf {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final ITemplateEngine templates;
    private final PrintableText printable;

    InvoicePdf(ITemplateEngine templates) {
        this.templates = templates;
        this.printable = PrintableText.of(FONTS + "DejaVuSans.ttf");
    }

    byte[] render(InvoiceDocument document) {
        requirePrintable(document);
        var bytes = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFont(() -> font("DejaVuSans.ttf"), "Counterfoil", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSans-Bold.ttf"), "Counterfoil", 700, FontStyle.NORMAL, true);
        for (var moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, moment);
        }
        builder.withProducer("Counterfoil");
        builder.withHtmlContent(templates.process("invoice/pdf", context(document)), null);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            var pdf = renderer.getPdfDocument();
            var day = GregorianCalendar.from(document.issuedOn().atStartOfDay(BusinessClock.ZONE));
            pdf.getDocumentInformation().setCreationDate(day);
            pdf.getDocumentInformation().setModificationDate(day);
            pdf.getDocumentInformation().setTitle(document.kind().title() + " " + document.number());
            pdf.setDocumentId((long) document.number().hashCode());
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            // Its message can quote the document.
            throw new IllegalStateException("The invoice could not be printed.");
        }
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(InvoicePdf.class.getResourceAsStream(FONTS + file), file);
    }

    private void requirePrintable(InvoiceDocument document) {
        var texts = new ArrayList<String>();
        texts.add(document.supplier().name());
        document.customer().ifPresent(customer -> {
            texts.add(customer.name());
            texts.addAll(customer.address());
        });
        document.lines().forEach(line -> texts.add(line.description()));
        if (!texts.stream().allMatch(printable::prints)) {
            throw new CannotInvoice(
                    "Invoice " + document.number() + " holds letters that our fonts cannot print.",
                    "Its record is complete; ask the buyer for the name and address in Latin letters for a copy.");
        }
    }

    private static Context context(InvoiceDocument document) {
        var context = new Context(Locale.UK);
        context.setVariable("document", document);
        context.setVariable("full", document.kind() == InvoiceKind.FULL);
        context.setVariable("withVat", document.kind() != InvoiceKind.WITHOUT_VAT);
        context.setVariable("customer", document.customer().orElse(null));
        context.setVariable("issuedOn", DAY.format(document.issuedOn()));
        context.setVariable("suppliedOn", DAY.format(document.timeOfSupply()));
        context.setVariable("rows", rows(document));
        context.setVariable("sterling", document.vatInSterling().orElse(null));
        return context;
    }

    private static List<PdfRow> rows(InvoiceDocument document) {
        var rows = new ArrayList<PdfRow>();
        for (int i = 0; i < document.lines().size(); i++) {
            var line = document.lines().get(i);
            var figures = document.sums().lines().get(i);
            var unit = BigDecimal.valueOf(figures.net().minor(), 2)
                    .divide(BigDecimal.valueOf(line.quantity()), 4, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            rows.add(new PdfRow(
                    line.description(),
                    line.quantity(),
                    (unit.scale() < 2 ? unit.setScale(2, RoundingMode.UNNECESSARY) : unit).toPlainString(),
                    line.rateShown(),
                    figures.net().decimal(),
                    figures.vat().decimal(),
                    figures.gross().decimal()));
        }
        return List.copyOf(rows);
    }

    /**
     * A line as it is printed.
     *
     * @param description what it is
     * @param quantity how many
     * @param unit the price of one without VAT
     * @param rate the rate of VAT
     * @param net without VAT
     * @param vat the VAT
     * @param gross with VAT
     */
    public record PdfRow(
            String description, int quantity, String unit, String rate, String net, String vat, String gross) {}
}
