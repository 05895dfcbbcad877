package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.invoice.einvoice.Einvoice;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.paper.Embedded;
import app.counterfoil.hub.paper.PaperFonts;
import app.counterfoil.hub.paper.PaperPdf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Prints an invoice as a PDF on A4, the same bytes for the same document. */
@Component
class InvoicePdf {

    private final ITemplateEngine templates;
    private final PaperFonts fonts;
    private final PaperPdf pdf;

    InvoicePdf(ITemplateEngine templates, PaperFonts fonts, PaperPdf pdf) {
        this.templates = templates;
        this.fonts = fonts;
        this.pdf = pdf;
    }

    /** Refuses what could not be printed, before a number is taken for it. */
    void requirePrintable(InvoiceDocument document) {
        fonts.require(texts(document));
    }

    byte[] render(InvoiceDocument document) {
        return pdf.of(
                templates.process("invoice/pdf", context(document)),
                texts(document),
                document.title() + " " + document.number(),
                document.issuedOn(),
                alongIt(document));
    }

    /** The same for machines, if the document has such a form; the paper is one without it, too. */
    private static Optional<Embedded> alongIt(InvoiceDocument document) {
        try {
            return Optional.of(Einvoice.of(document).alongPdf());
        } catch (Refusal none) {
            return Optional.empty();
        }
    }

    private static List<String> texts(InvoiceDocument document) {
        var texts = new ArrayList<String>();
        var parties = Stream.concat(Stream.of(document.supplier()), document.customer().stream());
        for (var party : parties.toList()) {
            texts.add(party.name());
            texts.addAll(party.address());
            party.vatNumber().ifPresent(texts::add);
        }
        document.lines().forEach(line -> texts.add(line.description()));
        return texts;
    }

    private Context context(InvoiceDocument document) {
        var context = new Context(Locale.UK);
        context.setVariable("document", document);
        context.setVariable("full", document.kind() == InvoiceKind.FULL);
        context.setVariable("withVat", document.kind() != InvoiceKind.WITHOUT_VAT);
        context.setVariable("supplier", printed(document.supplier()));
        context.setVariable("customer", document.customer().map(this::printed).orElse(null));
        context.setVariable(
                "creditOf",
                document.credit()
                        .map(credit -> document.kind().title() + " " + credit.number() + " of "
                                + Written.longDay(credit.issuedOn()))
                        .orElse(""));
        context.setVariable("issuedOn", Written.longDay(document.issuedOn()));
        context.setVariable("suppliedOn", Written.longDay(document.timeOfSupply()));
        context.setVariable("rows", rows(document));
        context.setVariable("sterling", document.vatInSterling().orElse(null));
        return context;
    }

    private InvoiceParty printed(InvoiceParty party) {
        return new InvoiceParty(
                fonts.printed(party.name()),
                party.address().stream().map(fonts::printed).toList(),
                party.vatNumber().map(fonts::printed));
    }

    private List<PdfRow> rows(InvoiceDocument document) {
        var rows = new ArrayList<PdfRow>();
        for (int i = 0; i < document.lines().size(); i++) {
            var line = document.lines().get(i);
            var figures = document.sums().rows().get(i).figures();
            var goods = line.part() == InvoiceLine.Part.GOODS;
            rows.add(new PdfRow(
                    fonts.printed(line.description()),
                    goods ? String.valueOf(line.quantity()) : "",
                    goods ? unit(figures.net(), line.quantity()) : "",
                    line.rateShown(),
                    shown(figures.net()),
                    shown(figures.vat()),
                    shown(figures.gross())));
        }
        return List.copyOf(rows);
    }

    /** The price of one without VAT; where it does not divide into whole pence, with as many digits as tell it truly. */
    private static String unit(Money net, int quantity) {
        var digits = net.currency().getDefaultFractionDigits();
        var unit = BigDecimal.valueOf(net.minor(), digits)
                .divide(BigDecimal.valueOf(quantity), digits + 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return (unit.scale() < digits ? unit.setScale(digits, RoundingMode.UNNECESSARY) : unit).toPlainString();
    }

    /** Without the currency, which stands in the heading, and with a true minus. */
    private static String shown(Money amount) {
        return amount.decimal().replace('-', '\u2212');
    }

    /**
     * A line as it is printed.
     *
     * @param description what it is
     * @param quantity how many, or empty for an extra
     * @param unit the price of one without VAT, or empty for an extra
     * @param rate the rate of VAT
     * @param net without VAT
     * @param vat the VAT
     * @param gross with VAT
     */
    public record PdfRow(
            String description, String quantity, String unit, String rate, String net, String vat, String gross) {}
}
