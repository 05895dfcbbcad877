package app.counterfoil.hub.measure;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A postcode as it is compared and searched: upper case, and in the United Kingdom and the Crown dependencies one space
 * before the last three characters. What the buyer wrote is kept elsewhere; this is the copy for machines.
 *
 * @param normalised the normalised text, not blank
 */
public record Postcode(String normalised) {

    /** Today's habits of Royal Mail (BS 7666), not promises: a mismatch is a reason to warn, never to refuse. */
    private static final Pattern UNITED_KINGDOM =
            Pattern.compile("^(GIR 0AA|(?:[A-PR-UWYZ]\\d[\\dA-HJKPSTUW]?|[A-PR-UWYZ][A-HK-Y]\\d[\\dABEHMNPRVWXY]?)"
                    + " \\d[ABD-HJLNP-UW-Z]{2})$");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final Pattern NOT_OF_A_CODE = Pattern.compile("[^A-Z0-9]");

    /** Normalises what was written for an address in the given country. */
    public static Postcode of(String written, Country country) {
        var upper = SPACES.matcher(written.strip().toUpperCase(Locale.ROOT)).replaceAll(" ");
        if (!usesBritishForm(country)) {
            return new Postcode(upper);
        }
        var packed = NOT_OF_A_CODE.matcher(upper).replaceAll("");
        return packed.length() < 5 || packed.length() > 7 || upper.startsWith("BFPO")
                ? new Postcode(upper)
                : new Postcode(packed.substring(0, packed.length() - 3) + " " + packed.substring(packed.length() - 3));
    }

    /** Whether it has the form of a British postcode; if not, warn the packer and keep what the buyer wrote. */
    public boolean looksBritish() {
        return UNITED_KINGDOM.matcher(normalised).matches();
    }

    /** The part before the space of a British postcode, such as {@code BT1}; the whole otherwise. */
    public String outward() {
        var space = normalised.indexOf(' ');
        return looksBritish() ? normalised.substring(0, space) : normalised;
    }

    /** The letters in front, such as {@code BT}, {@code JE} or {@code SW}; empty where there are none. */
    public String area() {
        var end = 0;
        while (end < normalised.length() && Character.isLetter(normalised.charAt(end))) {
            end++;
        }
        return normalised.substring(0, end);
    }

    /** A postcode says where somebody lives: it is not printed by accident. */
    @Override
    public String toString() {
        return "Postcode[hidden]";
    }

    private static boolean usesBritishForm(Country country) {
        return switch (country.code()) {
            case "GB", "GG", "JE", "IM" -> true;
            default -> false;
        };
    }
}
