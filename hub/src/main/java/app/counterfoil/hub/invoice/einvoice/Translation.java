package app.counterfoil.hub.invoice.einvoice;

import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceDocument.Part;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.invoice.einvoice.Terms.Beside;
import app.counterfoil.hub.invoice.einvoice.Terms.Line;
import app.counterfoil.hub.invoice.einvoice.Terms.Preceding;
import app.counterfoil.hub.invoice.einvoice.Terms.Tax;
import app.counterfoil.hub.invoice.einvoice.Terms.Totals;
import app.counterfoil.hub.invoice.einvoice.Terms.Trader;
import app.counterfoil.hub.invoice.einvoice.Terms.VatOfCategory;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.tax.Reckoning.Figures;
import app.counterfoil.hub.tax.VatTreatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a document in the terms of EN 16931. The figures are those that are printed, none is reckoned anew: the net of a line
 * is what is left of its gross price, and the VAT of a category is the one rounded on its gross total. That is within what
 * the rules allow (BR-CO-17, BR-S-09: less than one unit of the currency from base times rate).
 */
final class Translation {

    /** EN 16931 has two decimals for amounts (BR-DEC). */
    private static final int DECIMALS = 2;

    private final InvoiceDocument document;
    private final List<Line> lines = new ArrayList<>();
    private final List<Beside> besides = new ArrayList<>();

    private Translation(InvoiceDocument document) {
        this.document = document;
    }

    /** @throws NoEinvoice naming all that is missing, at once */
    static Terms of(InvoiceDocument document) {
        return new Translation(document).terms();
    }

    private Terms terms() {
        var customer = document.customer()
                .filter(named -> document.kind() == InvoiceKind.FULL)
                .orElseThrow(() -> NoEinvoice.namesNobody(document.title()));
        var seller = Traders.seller(document.supplier());
        var buyer = Traders.buyer(customer);
        var breakdown = breakdown();
        refuseWhatLacks(seller, customer, buyer, breakdown);
        take();
        return new Terms(
                document.number(),
                document.issuedOn(),
                document.timeOfSupply(),
                currency(),
                PlainText.of(note()),
                PlainText.of(order()),
                document.credit().map(credit -> new Preceding(credit.number(), credit.issuedOn())),
                document.parts().stream()
                        .map(part -> new Preceding(part.number(), part.issuedOn()))
                        .toList(),
                document.period(),
                seller,
                buyer.orElseThrow(),
                List.copyOf(lines),
                List.copyOf(besides),
                breakdown,
                totals(),
                document.vatInSterling()
                        .filter(vat -> !currency().equals(Terms.STERLING))
                        .map(Translation::decimal));
    }

    private String order() {
        return document.parts().isEmpty()
                ? document.orderReference()
                : document.parts().stream().map(Part::orderReference).collect(Collectors.joining(", "));
    }

    private String note() {
        var reason = document.credit().map(credit -> credit.reason().title()).stream();
        return Stream.concat(reason, document.notes().stream()).collect(Collectors.joining(" "));
    }

    private void refuseWhatLacks(
            Trader seller, InvoiceParty customer, Optional<Trader> buyer, List<VatOfCategory> breakdown) {
        var missing = new ArrayList<String>();
        if (seller.vatNumber().isEmpty()) {
            missing.add("a VAT number of the seller that can be one");
        }
        if (buyer.isEmpty()) {
            missing.add("the country of the customer, which the order did not tell");
        }
        if (breakdown.stream().anyMatch(part -> part.tax().category().asksForBuyersNumber())
                && buyer.flatMap(Trader::vatNumber).isEmpty()) {
            missing.add(
                    customer.vatNumber().isEmpty()
                            ? "the customer's VAT number"
                            : "a VAT number of the customer that can be one");
        }
        if (document.sums().total().gross().currency().getDefaultFractionDigits() > DECIMALS) {
            missing.add("amounts with at most two decimals, which " + currency() + " does not have");
        }
        if (!breakdown.stream().allMatch(Translation::isWithinTolerance)) {
            missing.add("VAT closer to base times rate than it was rounded line by line");
        }
        if (!missing.isEmpty()) {
            throw NoEinvoice.lacks(missing);
        }
    }

    /** Goods are lines, what was charged or taken off beside them stands beside them; but there has to be a line (BR-16). */
    private void take() {
        var goods = document.lines().stream().anyMatch(line -> line.part() == InvoiceLine.Part.GOODS);
        for (int row = 0; row < document.lines().size(); row++) {
            var line = document.lines().get(row);
            var net = decimal(document.sums().rows().get(row).figures().net());
            var tax = tax(line);
            if (line.part() == InvoiceLine.Part.GOODS || (!goods && net.signum() >= 0)) {
                lines.add(line(line, what(line, row), net, tax));
            } else if (net.signum() != 0) {
                besides.add(new Beside(net.signum() > 0, what(line, row), net.abs(), tax));
            }
        }
    }

    private static Line line(InvoiceLine line, String what, BigDecimal net, Tax tax) {
        var quantity = BigDecimal.valueOf(line.quantity());
        var each = net.divide(quantity, 4, RoundingMode.HALF_UP);
        return each.multiply(quantity).compareTo(net) == 0
                ? new Line(what, line.quantity(), shortest(each, net.scale()), 1, net, tax)
                : new Line(what, line.quantity(), net, line.quantity(), net, tax);
    }

    private static BigDecimal shortest(BigDecimal price, int scale) {
        var stripped = price.stripTrailingZeros();
        return stripped.scale() < scale ? stripped.setScale(scale, RoundingMode.UNNECESSARY) : stripped;
    }

    /** Of several orders, each says which it is of: what stands beside the lines is torn from its place among them. */
    private String what(InvoiceLine line, int row) {
        var plain = PlainText.of(line.description());
        var told = plain.isEmpty() ? "Goods" : plain;
        return document.partOf(row)
                .map(part ->
                        PlainText.of(part.orderReference()) + ", " + Written.longDay(part.suppliedOn()) + ": " + told)
                .orElse(told);
    }

    private static Tax tax(InvoiceLine line) {
        return new Tax(
                VatCategory.of(line.treatment(), line.rate()),
                BigDecimal.valueOf(line.rate().basisPoints(), DECIMALS));
    }

    /** What of one category and rate was found, and why. */
    private record Found(Figures figures, Set<VatTreatment> treatments) {

        Found and(Found other) {
            return new Found(
                    figures.plus(other.figures),
                    Stream.concat(treatments.stream(), other.treatments.stream())
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    /** One part for each category and rate: those without VAT may stand in it once only (BR-E-01). */
    private List<VatOfCategory> breakdown() {
        var found = new LinkedHashMap<Tax, Found>();
        for (int row = 0; row < document.lines().size(); row++) {
            var line = document.lines().get(row);
            var figures = document.sums().rows().get(row).figures();
            found.merge(tax(line), new Found(figures, Set.of(line.treatment())), Found::and);
        }
        return found.entrySet().stream()
                .map(part -> part(part.getKey(), part.getValue()))
                .toList();
    }

    private static VatOfCategory part(Tax tax, Found found) {
        var reasons = tax.category().givesReason()
                ? found.treatments().stream().map(VatCategory::reason).collect(Collectors.joining("; "))
                : "";
        var code = tax.category().givesReason() && found.treatments().size() == 1
                ? VatCategory.reasonCode(found.treatments().iterator().next())
                : "";
        return new VatOfCategory(
                tax, decimal(found.figures().net()), decimal(found.figures().vat()), reasons, code);
    }

    private static boolean isWithinTolerance(VatOfCategory part) {
        var reckoned =
                part.base().multiply(part.tax().percent()).movePointLeft(2).setScale(DECIMALS, RoundingMode.HALF_UP);
        return part.vat().subtract(reckoned).abs().compareTo(BigDecimal.ONE) < 0;
    }

    private Totals totals() {
        var whole = document.sums().total();
        return new Totals(
                sum(lines.stream().map(Line::net).toList()),
                sum(besides.stream()
                        .filter(beside -> !beside.charge())
                        .map(Beside::amount)
                        .toList()),
                sum(besides.stream().filter(Beside::charge).map(Beside::amount).toList()),
                decimal(whole.net()),
                decimal(whole.vat()),
                decimal(whole.gross()));
    }

    private BigDecimal sum(List<BigDecimal> amounts) {
        var none = decimal(Money.zero(document.sums().total().gross().currency()));
        return amounts.stream().reduce(none, BigDecimal::add);
    }

    private String currency() {
        return document.sums().total().gross().currency().getCurrencyCode();
    }

    private static BigDecimal decimal(Money money) {
        return new BigDecimal(money.decimal());
    }
}
