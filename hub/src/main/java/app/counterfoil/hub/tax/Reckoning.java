package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
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

    /** The VAT of the whole in sterling, as the law asks even of documents in another currency. */
    public Money vatInSterling(SterlingRate sterling) {
        return sterling.inSterling(total.vat());
    }

    static Reckoning of(Sale sale) {
        return new TakenApart(sale).reckoning();
    }
}
