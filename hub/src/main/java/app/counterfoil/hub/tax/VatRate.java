package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A rate of VAT in basis points, so that 17.5 % is exact.
 *
 * @param basisPoints hundredths of a per cent: 2000 is 20 %
 */
public record VatRate(int basisPoints) implements Comparable<VatRate> {

    /** Nought per cent. */
    public static final VatRate NOUGHT = new VatRate(0);

    /** @throws NotAVatRate if it lies outside 0 to 100 % */
    public VatRate {
        if (basisPoints < 0 || basisPoints > 10_000) {
            throw new NotAVatRate(basisPoints);
        }
    }

    /** The VAT inside a price that includes it, half a penny and more upwards (VATREC12030). */
    public Money within(Money gross) {
        return gross.rounded(minor -> minor.multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(10_000L + basisPoints), 12, RoundingMode.HALF_UP));
    }

    /** The rate as it is printed, such as {@code 20%} or {@code 17.5%}. */
    public String shown() {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
    }

    @Override
    public int compareTo(VatRate other) {
        return Integer.compare(basisPoints, other.basisPoints);
    }
}
