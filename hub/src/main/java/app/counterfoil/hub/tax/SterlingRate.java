package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What one unit of another currency is worth in pounds, and who says so.
 *
 * @param currency the other currency
 * @param pounds pounds for one unit of it, above nought
 * @param source where the rate comes from, such as HMRC's rate of the month
 */
public record SterlingRate(Currency currency, BigDecimal pounds, String source) {

    /** @throws NotASterlingRate if it is nought or less, or its source is not told */
    public SterlingRate {
        if (pounds.signum() <= 0 || source.isBlank()) {
            throw new NotASterlingRate("The exchange rate is not above nought, or its source is missing.");
        }
    }

    /** The amount in sterling, half a penny and more upwards. */
    public Money inSterling(Money amount) {
        if (!amount.currency().equals(currency)) {
            throw new NotASterlingRate(
                    "The exchange rate is for " + currency + ", the amount in " + amount.currency() + ".");
        }
        var pence = Money.pence(amount.minor());
        var shift = 2 - currency.getDefaultFractionDigits();
        return pence.rounded(minor -> minor.multiply(pounds).scaleByPowerOfTen(shift));
    }

    /** An exchange rate that cannot turn this amount into sterling. */
    public static final class NotASterlingRate extends Refusal {

        NotASterlingRate(String wrong) {
            super(wrong, "Give the rate of that currency on the day of supply with its source.");
        }
    }
}
