package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A sale taken apart into net and VAT, so that rows, rates and totals add up to the penny.
 *
 * @param rows the goods in the order of the sale, then the extras, each under one rate
 * @param rates the totals of each treatment and rate, highest rate first
 * @param total the figures of the whole, whose gross is what the channel says was paid
 */
public record Reckoning(List<Row> rows, List<RateTotal> rates, Figures total) {

    /**
     * An amount with VAT in it, taken apart.
     *
     * @param net without VAT
     * @param vat the VAT
     * @param gross both together
     */
    public record Figures(Money net, Money vat, Money gross) {

        static Figures of(Money gross, Money vat) {
            return new Figures(gross.minus(vat), vat, gross);
        }

        /** Both together. */
        public Figures plus(Figures other) {
            return new Figures(net.plus(other.net), vat.plus(other.vat), gross.plus(other.gross));
        }

        /** The same with its sign turned. */
        public Figures negated() {
            return new Figures(net.negated(), vat.negated(), gross.negated());
        }
    }

    /**
     * A row of the document.
     *
     * @param extra what it is if it is not goods, or empty
     * @param treatment what becomes of the VAT
     * @param rate the rate
     * @param figures the sums
     */
    public record Row(String extra, VatTreatment treatment, VatRate rate, Figures figures) {

        /** The same with its sign turned. */
        public Row negated() {
            return new Row(extra, treatment, rate, figures.negated());
        }

        /** Whether it is what was ordered. */
        public boolean isGoods() {
            return extra.isEmpty();
        }
    }

    /**
     * All that was sold under one treatment at one rate.
     *
     * @param treatment what became of the VAT
     * @param rate the rate
     * @param figures the sums
     */
    public record RateTotal(VatTreatment treatment, VatRate rate, Figures figures) {}

    /** Copies the lists, so that a reckoning never changes. */
    public Reckoning {
        rows = List.copyOf(rows);
        rates = List.copyOf(rates);
    }

    /**
     * Adds rows up whose VAT is known.
     *
     * @param rows the rows, at least one, all in one currency
     */
    public static Reckoning ofRows(List<Row> rows) {
        record Heading(VatTreatment treatment, VatRate rate) {}
        var byRate = new LinkedHashMap<Heading, Figures>();
        for (var row : rows) {
            byRate.merge(new Heading(row.treatment(), row.rate()), row.figures(), Figures::plus);
        }
        var rates = new ArrayList<RateTotal>();
        byRate.forEach((heading, figures) -> rates.add(new RateTotal(heading.treatment(), heading.rate(), figures)));
        rates.sort(Comparator.comparing(RateTotal::rate).reversed().thenComparing(RateTotal::treatment));
        return new Reckoning(
                rows,
                rates,
                rows.stream().map(Row::figures).reduce(Figures::plus).orElseThrow());
    }

    /** The same with its sign turned: a credit note tells as a sum above nought what it takes off. */
    public Reckoning negated() {
        return ofRows(rows.stream().map(Row::negated).toList());
    }

    /** The VAT of the whole in sterling, as the law asks even of documents in another currency. */
    public Money vatInSterling(SterlingRate sterling) {
        return sterling.inSterling(total.vat());
    }

    static Reckoning of(Sale sale) {
        return new TakenApart(sale).reckoning();
    }
}
