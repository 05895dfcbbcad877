package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.tax.Reckoning.RateTotal;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.thymeleaf.context.Context;

/** A document as it is printed, in its language and look: all that the template puts on paper, as text. */
final class PrintedDocument {

    private final InvoiceDocument document;
    private final DocumentLook look;
    private final DocumentWords words;
    private final UnaryOperator<String> printed;

    /** @param printed makes a text of people fit for the fonts */
    PrintedDocument(InvoiceDocument document, DocumentLook look, UnaryOperator<String> printed) {
        this.document = document;
        this.look = look;
        this.words = DocumentWords.in(look.language());
        this.printed = printed;
    }

    /** A line as it is printed; what does not stand in the form of the document is empty. */
    public record PdfRow(
            String description, String quantity, String unit, String rate, String net, String vat, String gross) {}

    /** A rate among the totals. */
    public record PdfRate(String what, String net, String vat, String gross) {}

    /** The heading. */
    String title() {
        var kind = document.kind().name();
        return words.say(document.credit().isPresent() ? "credit." + kind : "title." + kind);
    }

    Context context() {
        var kind = document.kind();
        var context = new Context(Locale.UK);
        context.setVariable("language", look.language().code());
        context.setVariable("say", words.words());
        context.setVariable("title", title());
        context.setVariable("number", document.number());
        context.setVariable("orderReference", orderReference());
        context.setVariable("isCredit", document.credit().isPresent());
        context.setVariable("isVatInvoice", kind != InvoiceKind.WITHOUT_VAT && kind != InvoiceKind.PRO_FORMA);
        // The modified form tells lines with VAT, and its sums without as well (Notice 700 16.6).
        context.setVariable("netLines", kind == InvoiceKind.FULL || kind == InvoiceKind.PRO_FORMA);
        context.setVariable("unitGross", kind == InvoiceKind.MODIFIED);
        context.setVariable("netSums", kind.namesCustomer() || kind == InvoiceKind.PRO_FORMA);
        context.setVariable("withVat", kind.showsVat());
        context.setVariable("supplier", printed(document.supplier()));
        context.setVariable("customer", document.customer().map(this::printed).orElse(null));
        context.setVariable("supplierVat", vatNumber(document.supplier()));
        context.setVariable(
                "customerVat", document.customer().map(this::vatNumber).orElse(""));
        context.setVariable("issuedOn", words.day(document.issuedOn()));
        context.setVariable("suppliedOn", suppliedOn());
        context.setVariable("currency", words.currency(document.sums().total().gross()));
        context.setVariable("creditOf", creditOf());
        context.setVariable("creditReason", creditReason());
        context.setVariable("rows", rows());
        context.setVariable("rates", rates());
        sums(context);
        context.setVariable("notes", new DocumentNotes(document, words).all());
        context.setVariable("footer", printed.apply(look.footer()));
        context.setVariable(
                "logo",
                look.logo()
                        .map(png ->
                                "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
                        .orElse(""));
        return context;
    }

    private String orderReference() {
        return document.parts().isEmpty()
                ? document.orderReference()
                : words.say("orders", String.valueOf(document.parts().size()));
    }

    private String suppliedOn() {
        return document.period()
                .filter(period -> !period.from().equals(period.to()))
                .map(period -> words.say("period", words.day(period.from()), words.day(period.to())))
                .orElseGet(() -> words.day(document.timeOfSupply()));
    }

    private void sums(Context context) {
        var total = document.sums().total();
        context.setVariable("totalNet", words.money(total.net()));
        context.setVariable("totalVat", words.money(total.vat()));
        context.setVariable("totalGross", words.money(total.gross()));
        context.setVariable(
                "totalSterling",
                document.vatInSterling()
                        .filter(sterling ->
                                !sterling.currency().equals(total.vat().currency()))
                        .map(words::money)
                        .orElse(""));
        var credited = document.credit().isPresent() ? "totalCredited" : "total";
        context.setVariable("totalWord", words.say(document.kind().showsVat() ? credited + "Gross" : credited));
    }

    private String vatNumber(InvoiceParty party) {
        return party.vatNumber()
                .map(number -> words.say("vatNumber", printed.apply(number)))
                .orElse("");
    }

    private String creditOf() {
        return document.credit()
                .map(credit -> words.say(
                        "of",
                        words.say("title." + document.kind().name()),
                        credit.number(),
                        words.day(credit.issuedOn())))
                .orElse("");
    }

    private String creditReason() {
        return document.credit()
                .map(credit -> words.told("reason." + credit.reason().name())
                        .orElse(credit.reason().title()))
                .orElse("");
    }

    private InvoiceParty printed(InvoiceParty party) {
        return new InvoiceParty(
                printed.apply(party.name()),
                party.address().stream().map(printed).toList(),
                party.vatNumber());
    }

    private List<PdfRow> rows() {
        var rows = new ArrayList<PdfRow>();
        for (int i = 0; i < document.lines().size(); i++) {
            var line = document.lines().get(i);
            var figures = document.sums().rows().get(i).figures();
            var goods = line.part() == InvoiceLine.Part.GOODS;
            var each = document.kind() == InvoiceKind.MODIFIED ? figures.gross() : figures.net();
            rows.add(new PdfRow(
                    printed.apply(description(line, i)),
                    goods ? String.valueOf(line.quantity()) : "",
                    goods ? unit(each, line.quantity()) : "",
                    rate(line.treatment(), line.rate()),
                    words.amount(figures.net()),
                    words.amount(figures.vat()),
                    words.amount(figures.gross())));
        }
        return List.copyOf(rows);
    }

    /** Of several orders, goods tell which of them they are of, and what goes with them follows. */
    private String description(InvoiceLine line, int number) {
        var told = description(line);
        return document.partOf(number)
                .filter(part -> line.part() == InvoiceLine.Part.GOODS)
                .map(part -> words.say("ofOrder", part.orderReference(), words.day(part.suppliedOn()), told))
                .orElse(told);
    }

    /** What is ours among the descriptions is told in the language; what the shop calls its goods stays. */
    private String description(InvoiceLine line) {
        if (line.description().startsWith(CreditedSoFar.PART)) {
            var whole = line.description().substring(CreditedSoFar.PART.length());
            return words.say("part", line.part() == InvoiceLine.Part.EXTRA ? extra(whole) : whole);
        }
        return line.part() == InvoiceLine.Part.EXTRA ? extra(line.description()) : line.description();
    }

    private String extra(String description) {
        return words.told("extra." + description).orElse(description);
    }

    private String rate(VatTreatment treatment, VatRate rate) {
        if (treatment.bearsVat()) {
            return words.rate(rate);
        }
        return words.told("rate." + treatment.name()).orElseGet(() -> words.say("rate.none"));
    }

    private List<PdfRate> rates() {
        return document.sums().rates().stream()
                .map(rate -> new PdfRate(
                        total(rate),
                        words.amount(rate.figures().net()),
                        words.amount(rate.figures().vat()),
                        words.amount(rate.figures().gross())))
                .toList();
    }

    private String total(RateTotal rate) {
        if (rate.treatment().bearsVat()) {
            return words.say("at", words.rate(rate.rate()));
        }
        return words.told("total." + rate.treatment().name()).orElseGet(() -> words.say("total.none"));
    }

    /** The price of one; where it does not divide into whole pence, with as many digits as tell it truly. */
    private String unit(Money whole, int quantity) {
        var digits = whole.currency().getDefaultFractionDigits();
        var unit = BigDecimal.valueOf(whole.minor(), digits)
                .divide(BigDecimal.valueOf(quantity), digits + 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return words.decimal(unit, digits);
    }
}
