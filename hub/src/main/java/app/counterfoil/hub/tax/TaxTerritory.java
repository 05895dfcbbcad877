package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Postcode;
import java.util.Optional;
import java.util.Set;

/** A place as VAT law sees it, found from country and postcode together because either alone misleads. */
public enum TaxTerritory {
    /** England, Scotland and Wales. */
    GREAT_BRITAIN("Great Britain"),
    /** Postcodes that begin with BT. */
    NORTHERN_IRELAND("Northern Ireland"),
    /** Inside United Kingdom VAT though not inside the United Kingdom. */
    ISLE_OF_MAN("the Isle of Man"),
    /** Outside United Kingdom VAT. */
    JERSEY("Jersey"),
    /** Outside United Kingdom VAT. */
    GUERNSEY("Guernsey"),
    /** A member state of the European Union. */
    EUROPEAN_UNION("the European Union"),
    /** Every other country. */
    REST_OF_WORLD("a country outside the United Kingdom and the European Union"),
    /** British forces post: the tax depends on where the unit is, which the address does not say. */
    FORCES_POST("British forces post"),
    /** Country and postcode contradict each other, or do not say enough. */
    UNCLEAR("a place that country and postcode do not settle");

    /** Codes that look British yet belong to overseas territories or Gibraltar, which are not United Kingdom post. */
    private static final Set<String> OVERSEAS_AREAS =
            Set.of("ASCN", "BBND", "BIQQ", "FIQQ", "GX", "PCRN", "SIQQ", "STHL", "TDCU", "TKCA");

    private final String shown;

    TaxTerritory(String shown) {
        this.shown = shown;
    }

    /** Finds the territory of an address; the postcode decides among the parts of the British Isles. */
    public static TaxTerritory of(Country country, Optional<Postcode> postcode) {
        var area = postcode.map(Postcode::area).orElse("");
        if (area.equals("BF") || area.equals("BFPO")) {
            return FORCES_POST;
        }
        return switch (country.code()) {
            case "GB" -> postcode.isEmpty() ? UNCLEAR : britishPart(postcode.get());
            case "JE" -> crownDependency(JERSEY, postcode);
            case "GG" -> crownDependency(GUERNSEY, postcode);
            case "IM" -> crownDependency(ISLE_OF_MAN, postcode);
            default -> abroad(country, postcode);
        };
    }

    /** Whether a supply to this place is a supply within United Kingdom VAT. */
    public boolean insideUnitedKingdomVat() {
        return switch (this) {
            case GREAT_BRITAIN, NORTHERN_IRELAND, ISLE_OF_MAN -> true;
            case JERSEY, GUERNSEY, EUROPEAN_UNION, REST_OF_WORLD, FORCES_POST, UNCLEAR -> false;
        };
    }

    /** The place as it is written in a sentence. */
    public String shown() {
        return shown;
    }

    /** Channels write GB for all of the British Isles (pitfall 27), so a whole postcode of another part decides. */
    private static TaxTerritory britishPart(Postcode postcode) {
        return switch (postcode.area()) {
            case "BT" -> NORTHERN_IRELAND;
            case "IM" -> postcode.looksBritish() ? ISLE_OF_MAN : UNCLEAR;
            case "JE" -> postcode.looksBritish() ? JERSEY : UNCLEAR;
            case "GY" -> postcode.looksBritish() ? GUERNSEY : UNCLEAR;
            case "" -> UNCLEAR;
            default -> OVERSEAS_AREAS.contains(postcode.area()) ? UNCLEAR : GREAT_BRITAIN;
        };
    }

    private static TaxTerritory crownDependency(TaxTerritory named, Optional<Postcode> postcode) {
        return postcode.map(TaxTerritory::britishPart)
                        .filter(found -> found != named)
                        .isPresent()
                ? UNCLEAR
                : named;
    }

    private static TaxTerritory abroad(Country country, Optional<Postcode> postcode) {
        // Gibraltar alone has a code of the British form, and it is right there.
        if (!country.code().equals("GI")
                && postcode.filter(Postcode::looksBritish).isPresent()) {
            return UNCLEAR;
        }
        return country.isInEuropeanUnion() ? EUROPEAN_UNION : REST_OF_WORLD;
    }
}
