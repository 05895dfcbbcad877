package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import java.util.List;

/**
 * What one buyer paid for, in prices that include VAT, with the channel's word on the sum.
 *
 * @param lines what was sold, at least one
 * @param orderDiscount taken off the whole order, not negative; shared among the lines by value
 * @param shipping charged for delivery, not negative; takes the rates of the goods, shared by value
 * @param paid what the channel says was paid, which is the truth
 */
public record Sale(List<SaleLine> lines, Money orderDiscount, Money shipping, Money paid) {

    /** @throws NotASale if there is no line, an amount is negative, or the discount exceeds the goods */
    public Sale {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new NotASale("it has no line");
        }
        if (orderDiscount.minor() < 0 || shipping.minor() < 0 || paid.minor() < 0) {
            throw new NotASale("an amount is negative");
        }
    }

    /** The sums that stand on the document; refused with {@link PaidDiffers} when the channel's sum is another one. */
    public Reckoning reckon() {
        return Reckoning.of(this);
    }
}
