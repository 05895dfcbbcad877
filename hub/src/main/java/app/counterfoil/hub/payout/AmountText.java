package app.counterfoil.hub.payout;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Amounts as channels of different countries write them: {@code 1234.56}, {@code 1,234.56}, {@code 1.234,56}, {@code
 * 1 234,56}, {@code -3,20}, {@code (55.00)}.
 */
final class AmountText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,16}([.,]\\d{1,2})?|\\d{1,16}[.,]\\d{4,8}");
    private static final Pattern POINTS = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+(,\\d{1,8})?");
    private static final Pattern COMMAS = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+(\\.\\d{1,8})?");

    private AmountText() {}

    /** The amount with a point and no other sign than a minus; empty if it is none. */
    static Optional<String> decimal(String written) {
        var text = BLANKS.matcher(written).replaceAll("").replace('\u2212', '-');
        var below = text.startsWith("(") && text.endsWith(")");
        if (below) {
            text = text.substring(1, text.length() - 1);
        } else if (text.startsWith("-") || text.startsWith("+")) {
            below = text.startsWith("-");
            text = text.substring(1);
        }
        return digits(text).map(below ? "-"::concat : digits -> digits);
    }

    private static Optional<String> digits(String text) {
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(text.replace(',', '.'));
        }
        if (POINTS.matcher(text).matches()) {
            return Optional.of(text.replace(".", "").replace(',', '.'));
        }
        if (COMMAS.matcher(text).matches()) {
            return Optional.of(text.replace(",", ""));
        }
        return Optional.empty();
    }
}
