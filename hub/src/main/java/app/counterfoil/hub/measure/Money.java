package app.counterfoil.hub.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * An amount of one currency, in its minor units (pence, cents); never a fraction of one.
 *
 * @param minor the amount in minor units; negative for money that goes back
 * @param currency the currency the amount is in
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    private static final Currency STERLING = Currency.getInstance("GBP");

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,16}(\\.\\d{1,8})?");

    /** Pounds sterling, given in pence. */
    public static Money pence(long pence) {
        return new Money(pence, STERLING);
    }

    /** Nothing, in the given currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads a channel's decimal amount, such as {@code 12.99} with {@code GBP}.
     *
     * @throws NotAnAmount if it is no decimal number, has more decimals than the currency, or the currency is unknown
     */
    public static Money of(String decimal, String currencyCode) {
        Currency currency;
        try {
            currency = Currency.getInstance(currencyCode);
        } catch (IllegalArgumentException unknown) {
            throw new NotAnAmount(decimal, currencyCode, "a three-letter ISO 4217 currency");
        }
        if (currency.getDefaultFractionDigits() < 0) {
            throw new NotAnAmount(decimal, currencyCode, "a currency that money is kept in");
        }
        // An exponent could ask for gigabytes of digits, and eleven characters are enough for it.
        if (!DECIMAL.matcher(decimal).matches()) {
            throw new NotAnAmount(
                    decimal.length() > 20 ? decimal.substring(0, 20) + "…" : decimal,
                    currencyCode,
                    "a decimal number such as 12.99 of at most 16 digits before the point and 8 after it");
        }
        try {
            var exact = new BigDecimal(decimal).movePointRight(currency.getDefaultFractionDigits());
            if (exact.abs().compareTo(BigDecimal.valueOf(1_000_000_000_000_000L)) > 0) {
                throw new NotAnAmount(decimal, currencyCode, "an amount below ten million million");
            }
            return new Money(exact.setScale(0, RoundingMode.UNNECESSARY).longValueExact(), currency);
        } catch (ArithmeticException notExact) {
            throw new NotAnAmount(
                    decimal,
                    currencyCode,
                    "a decimal number with at most " + currency.getDefaultFractionDigits() + " decimals");
        }
    }

    /**
     * The sum of both.
     *
     * @throws NotAnAmount if it is larger than any amount of money
     */
    public Money plus(Money other) {
        return exact(() -> Math.addExact(minor, sameCurrency(other).minor));
    }

    /** What remains when the other amount is taken away. */
    public Money minus(Money other) {
        return exact(() -> Math.subtractExact(minor, sameCurrency(other).minor));
    }

    /** The amount so many times. */
    public Money times(long count) {
        return exact(() -> Math.multiplyExact(minor, count));
    }

    /** The same amount with its sign turned. */
    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** Applies exact arithmetic to the minor units and rounds once: half a unit goes away from zero (VATREC12030). */
    public Money rounded(UnaryOperator<BigDecimal> arithmetic) {
        var result = arithmetic.apply(BigDecimal.valueOf(minor)).setScale(0, RoundingMode.HALF_UP);
        return new Money(result.longValueExact(), currency);
    }

    /** Whether it is nothing at all. */
    public boolean isZero() {
        return minor == 0;
    }

    /** The plain decimal amount without the currency, such as {@code 1234.50}. */
    public String decimal() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    /** The amount as people in Britain read it: {@code £1,234.50}, {@code €20.00}, {@code -£3.20}. */
    public String shown() {
        var digits = currency.getDefaultFractionDigits();
        var amount = BigDecimal.valueOf(Math.abs(minor), digits);
        var symbol =
                switch (currency.getCurrencyCode()) {
                    case "GBP" -> "£";
                    case "EUR" -> "€";
                    case "USD" -> "US$";
                    default -> currency.getCurrencyCode() + " ";
                };
        return (minor < 0 ? "-" : "") + symbol + String.format(Locale.UK, "%,." + digits + "f", amount);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    @Override
    public String toString() {
        return decimal() + " " + currency.getCurrencyCode();
    }

    private Money exact(LongSupplier arithmetic) {
        try {
            return new Money(arithmetic.getAsLong(), currency);
        } catch (ArithmeticException tooLarge) {
            throw new NotAnAmount("the result", currency.getCurrencyCode(), "an amount below ten million million");
        }
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrenciesDiffer(this, other);
        }
        return other;
    }
}
