package app.counterfoil.hub.measure;

import java.util.Optional;
import java.util.Set;

/**
 * Where goods go, as tax and couriers see it, from country and postcode together: channels write {@code GB} for all of
 * the British Isles (pitfall 27), so there the postcode decides; where the two name different places nobody but a person
 * can tell.
 *
 * <p>Parts of member states that are outside the European Union's VAT have codes of their own (Directive 2006/112/EC Art 6):
 * {@code IC} the Canary Islands, {@code EA} Ceuta and Melilla, {@code AX} Åland, {@code EU-X} the smaller ones.
 *
 * @param code a country's ISO code, {@code XI}, {@code BFPO}, {@code UNCLEAR} or one of these; empty while there is no
 *     address
 */
public record Territory(String code) {

    /** England, Scotland and Wales. */
    public static final Territory GREAT_BRITAIN = new Territory("GB");

    /** Postcodes that begin with BT. */
    public static final Territory NORTHERN_IRELAND = new Territory("XI");

    /** British forces post: where the unit is decides the tax, and the address does not say it. */
    public static final Territory FORCES_POST = new Territory("BFPO");

    /** Country and postcode name different places. */
    public static final Territory UNCLEAR = new Territory("UNCLEAR");

    /** There is no address. */
    public static final Territory NOT_TOLD = new Territory("");

    /** Heligoland, Büsingen, Livigno and Mount Athos. */
    public static final String OF_EU_OUTSIDE_ITS_VAT = "EU-X";

    private static final Set<String> ENCLAVES = Set.of("DE 27498", "DE 78266", "IT 23041", "GR 63086");

    /** Where inland post goes: forces post too, and what is unclear is so within the British Isles. */
    private static final Set<String> INLAND = Set.of("", "GB", "XI", "JE", "GG", "IM", "BFPO", "UNCLEAR");

    /** Codes of the British form that belong to overseas territories, which are not United Kingdom post. */
    private static final Set<String> OVERSEAS_AREAS =
            Set.of("ASCN", "BBND", "BIQQ", "FIQQ", "GX", "PCRN", "SIQQ", "STHL", "TDCU", "TKCA");

    /** The territory of an address, by its country and its postcode as it is written, which may be blank. */
    public static Territory of(Country country, String written) {
        var postcode = Postcode.of(written, country);
        var named = ofPostcode(postcode);
        var ofCountry = new Territory(country.code());
        if (named.equals(FORCES_POST)) {
            return named;
        }
        return switch (country.code()) {
            case "GB" -> named.equals(NOT_TOLD) ? UNCLEAR : named;
            // Nobody writes another British postcode under these by habit, so a difference is a mistake of one of them.
            case "JE", "GG", "IM" -> written.isBlank() || named.equals(ofCountry) ? ofCountry : UNCLEAR;
            // Gibraltar alone has a code of the British form, and it is right there.
            case "GI" -> ofCountry;
            default -> postcode.looksBritish() ? UNCLEAR : ofMemberState(country, written);
        };
    }

    private static Territory ofMemberState(Country country, String written) {
        var digits = written.replaceAll("\\D", "");
        var province = digits.substring(0, Math.min(2, digits.length()));
        return switch (country.code() + " " + province) {
            case "ES 35", "ES 38" -> new Territory("IC");
            case "ES 51", "ES 52" -> new Territory("EA");
            case "FI 22" -> new Territory("AX");
            default ->
                new Territory(
                        ENCLAVES.contains(country.code() + " " + digits) ? OF_EU_OUTSIDE_ITS_VAT : country.code());
        };
    }

    private static Territory ofPostcode(Postcode postcode) {
        var area = postcode.area();
        return switch (area) {
            case "BF", "BFPO" -> FORCES_POST;
            case "BT" -> NORTHERN_IRELAND;
            case "JE", "IM" -> postcode.looksBritish() ? new Territory(area) : UNCLEAR;
            case "GY" -> postcode.looksBritish() ? new Territory("GG") : UNCLEAR;
            case "" -> NOT_TOLD;
            default -> OVERSEAS_AREAS.contains(area) ? UNCLEAR : GREAT_BRITAIN;
        };
    }

    /** Whether there is an address at all. */
    public boolean isTold() {
        return !equals(NOT_TOLD);
    }

    /** Whether the address settles the place; if not, a person has to say it. */
    public boolean isSettled() {
        return isTold() && !equals(UNCLEAR) && !equals(FORCES_POST);
    }

    /** Whether inland post goes there: to the United Kingdom, the Crown dependencies, and British forces. */
    public boolean isInland() {
        return INLAND.contains(code);
    }

    /** The country that an address there names; empty where that cannot be told from the territory. */
    public Optional<Country> country() {
        return switch (code) {
            case "", "UNCLEAR", OF_EU_OUTSIDE_ITS_VAT -> Optional.empty();
            case "XI", "BFPO" -> Optional.of(Country.UNITED_KINGDOM);
            case "IC", "EA" -> Optional.of(new Country("ES"));
            case "AX" -> Optional.of(new Country("FI"));
            default -> Optional.of(new Country(code));
        };
    }

    /** The name in English, such as {@code Northern Ireland}. */
    public String englishName() {
        return switch (code) {
            case "" -> "not told";
            case "XI" -> "Northern Ireland";
            case "BFPO" -> "Forces post (BFPO)";
            case "IC" -> "Canary Islands";
            case "EA" -> "Ceuta and Melilla";
            case OF_EU_OUTSIDE_ITS_VAT -> "A part of the European Union outside its VAT";
            case "UNCLEAR" -> "Unclear: country and postcode differ";
            default -> Country.of(code).englishName();
        };
    }

    @Override
    public String toString() {
        return code;
    }
}
