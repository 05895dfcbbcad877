package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;

/**
 * One line of a sale.
 *
 * @param quantity how many pieces, at least one
 * @param unitPrice the price of a piece with VAT in it
 * @param discount taken off this line, with VAT in it; not negative, at most the line
 * @param treatment what becomes of the VAT
 * @param rate the rate of VAT; nought where the treatment bears none
 */
public record SaleLine(int quantity, Money unitPrice, Money discount, VatTreatment treatment, VatRate rate) {

    /** @throws NotASale if quantity, price or discount cannot be, or a line bears a rate its treatment forbids */
    public SaleLine {
        if (quantity < 1 || unitPrice.minor() < 0) {
            throw new NotASale("a line needs a quantity of one or more and a price that is not negative");
        }
        if (discount.minor() < 0 || discount.compareTo(unitPrice.times(quantity)) > 0) {
            throw new NotASale("the discount of a line is negative or exceeds the line");
        }
        if (!treatment.bearsVat() && rate.basisPoints() != 0) {
            throw new NotASale("a line bears VAT of " + rate.shown() + " though it is " + treatment);
        }
    }

    /** What the line costs after its own discount. */
    public Money value() {
        return unitPrice.times(quantity).minus(discount);
    }
}
