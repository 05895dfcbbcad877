package app.counterfoil.hub.measure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A VAT number of the United Kingdom or of a member state of the European Union, as it is printed on documents. That its
 * digits are right does not say that anybody is registered under it.
 *
 * @param normalised the prefix ({@code GB}, {@code XI} for Northern Ireland, {@code EL} for Greece, else the country's code)
 *     and the number, without spaces
 */
public record VatNumber(String normalised) {

    /** Nine digits; twelve for a branch; government departments and health authorities have five characters. */
    private static final Pattern FORM = Pattern.compile("(GB|XI)(\\d{9}(?:\\d{3})?|GD[0-4]\\d{2}|HA[5-9]\\d{2})");

    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2};
    private static final int DIVISOR = 97;
    /** Numbers given out since 2009 are this far from the older ones. */
    private static final int SINCE_2009 = 55;

    /** The number, if what was written is one: its form and its check digits fit. The prefix may be left out. */
    public static Optional<VatNumber> read(String written) {
        var packed = written.toUpperCase(Locale.ROOT).replaceAll("[\\s.-]", "");
        var whole = packed.startsWith("GB") || packed.startsWith("XI") ? packed : "GB" + packed;
        var parts = FORM.matcher(whole);
        return parts.matches() && checks(parts.group(2)) ? Optional.of(new VatNumber(whole)) : Optional.empty();
    }

    /** The number of any of these states, if what was written is one and begins with its prefix. */
    public static Optional<VatNumber> readOfAnyState(String written) {
        var packed = written.toUpperCase(Locale.ROOT).replaceAll("[\\s.-]", "");
        if (packed.startsWith("GB") || packed.startsWith("XI")) {
            return read(packed);
        }
        return packed.length() > 2 && EuVatNumbers.fits(packed.substring(0, 2), packed.substring(2))
                ? Optional.of(new VatNumber(packed))
                : Optional.empty();
    }

    /** Whose number it is: {@code GB}, {@code XI}, or the code of a member state. */
    public Territory state() {
        var prefix = normalised.substring(0, 2);
        return new Territory(prefix.equals("EL") ? "GR" : prefix);
    }

    private static boolean checks(String number) {
        if (!Character.isDigit(number.charAt(0))) {
            return true;
        }
        int sum = Integer.parseInt(number.substring(WEIGHTS.length, WEIGHTS.length + 2));
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return sum % DIVISOR == 0 || (sum + SINCE_2009) % DIVISOR == 0;
    }
}
