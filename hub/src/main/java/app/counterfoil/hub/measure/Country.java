package app.counterfoil.hub.measure;

import java.util.Locale;
import java.util.Set;

/**
 * A country or territory by its ISO 3166-1 code, such as {@code GB}, {@code DE} or {@code JE}.
 *
 * @param code two upper-case letters
 */
public record Country(String code) {

    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    private static final Set<String> MEMBER_STATES = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    /** The United Kingdom. */
    public static final Country UNITED_KINGDOM = new Country("GB");

    /** @throws NotACountry if the code is not one of ISO 3166-1 */
    public Country {
        if (!KNOWN.contains(code)) {
            throw new NotACountry(code);
        }
    }

    /** Reads a code as people and channels write it: any case, and {@code UK} for {@code GB}. */
    public static Country of(String written) {
        var code = written.strip().toUpperCase(Locale.ROOT);
        return new Country(code.equals("UK") ? "GB" : code);
    }

    /** Whether it is a member state of the European Union. */
    public boolean isInEuropeanUnion() {
        return MEMBER_STATES.contains(code);
    }

    /** The name in English, such as {@code Germany}. */
    public String englishName() {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.UK);
    }

    @Override
    public String toString() {
        return code;
    }
}
