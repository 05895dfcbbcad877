package app.counterfoil.hub.vatreturn.onestop;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Written;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;

/**
 * The European Central Bank's rate by which a tax period is turned into euros (Directive 2006/112/EC Art 369h(2),
 * 369u).
 *
 * @param currency the other currency
 * @param periodEnd the last day of the tax period
 * @param units how much of it is one euro
 */
public record EuroRate(Currency currency, LocalDate periodEnd, BigDecimal units) {

    /** The day on which the bank has published it. */
    public LocalDate publishedOn() {
        return EcbPublication.forPeriodEnd(periodEnd);
    }

    /** Where it comes from, in a sentence. */
    public String source() {
        return "ECB reference rate of " + Written.day(publishedOn()) + ": " + units.toPlainString() + " " + currency
                + " to €1";
    }

    /** The amount in euros, half a cent and more upwards. */
    Money inEuros(Money amount) {
        if (!amount.currency().equals(currency)) {
            throw new CannotDeclare(
                    "The exchange rate is for " + currency + ", the amount in " + amount.currency() + ".",
                    "Enter the rate of that currency.");
        }
        var shift = 2 - currency.getDefaultFractionDigits();
        return new Money(amount.minor(), OneStopFigures.EURO)
                .rounded(minor -> minor.scaleByPowerOfTen(shift).divide(units, 0, RoundingMode.HALF_UP));
    }
}
