package app.counterfoil.hub.accounting;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number of an entry where a service has room for less. One that fits stays; of a summary's the strokes go that nobody
 * needs, which keeps two apart; what is still too long is told by its mark alone.
 */
public final class ShortNumber {

    private static final Pattern SUMMARY =
            Pattern.compile("CF-20(\\d\\d)-(\\d\\d)-(\\d\\d)-([A-Z]{3})-([0-9a-f]{4})(-C)?(-\\d+)?");

    private ShortNumber() {}

    /** The number in at most so many characters, at least 10; the same for the same, and another for another. */
    public static String of(String number, int most) {
        if (number.length() <= most) {
            return number;
        }
        var summary = SUMMARY.matcher(number);
        if (summary.matches()) {
            var told = summary.replaceFirst("CF$1$2$3$4$5$6$7");
            if (told.length() <= most) {
                return told;
            }
        }
        return mark(number, most);
    }

    /** "CF" and a mark that only this text has, in at most so many characters. */
    public static String mark(String text, int most) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            var letters = new BigInteger(1, digest).toString(36).toUpperCase(Locale.ROOT);
            return "CF" + letters.substring(letters.length() - Math.min(most - 2, 24));
        } catch (NoSuchAlgorithmException always) {
            throw new IllegalStateException(always);
        }
    }
}
