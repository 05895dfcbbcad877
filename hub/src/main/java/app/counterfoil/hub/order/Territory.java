package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Postcode;
import java.util.Optional;
import java.util.Set;

/**
 * Where goods go, as tax and couriers see it, from country and postcode together: channels write {@code GB} for all of
 * the British Isles, so there the postcode decides; where the two name different places nobody but a person can tell.
 */
public final class Territory {

    /** British forces post: where the unit is decides the tax, and the address does not say it. */
    public static final String FORCES_POST = "BFPO";

    /** Country and postcode name different places. */
    public static final String UNCLEAR = "UNCLEAR";

    /** Codes of the British form that belong to overseas territories, which are not United Kingdom post. */
    private static final Set<String> OVERSEAS_AREAS =
            Set.of("ASCN", "BBND", "BIQQ", "FIQQ", "GX", "PCRN", "SIQQ", "STHL", "TDCU", "TKCA");

    private Territory() {}

    static String of(Optional<Recipient> recipient) {
        return recipient.map(to -> of(new Country(to.country()), to.postcode())).orElse("");
    }

    static String of(Country country, String written) {
        var postcode = Postcode.of(written, country);
        var named = ofPostcode(postcode);
        if (named.equals(FORCES_POST)) {
            return named;
        }
        return switch (country.code()) {
            case "GB" -> named.isEmpty() ? UNCLEAR : named;
            // Nobody writes another British postcode under these by habit, so a difference is a mistake of one of them.
            case "JE", "GG", "IM" -> written.isBlank() || named.equals(country.code()) ? country.code() : UNCLEAR;
            case "GI" -> country.code();
            default -> postcode.looksBritish() ? UNCLEAR : country.code();
        };
    }

    private static String ofPostcode(Postcode postcode) {
        var area = postcode.area();
        return switch (area) {
            case "BF", "BFPO" -> FORCES_POST;
            case "BT" -> "XI";
            case "JE" -> postcode.looksBritish() ? "JE" : UNCLEAR;
            case "GY" -> postcode.looksBritish() ? "GG" : UNCLEAR;
            case "IM" -> postcode.looksBritish() ? "IM" : UNCLEAR;
            case "" -> "";
            default -> OVERSEAS_AREAS.contains(area) ? UNCLEAR : "GB";
        };
    }
}
