package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Territory;

/** A place as VAT law sees it. */
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
    /** Inside the European Union and outside its VAT, such as the Canary Islands (Directive 2006/112/EC Art 6). */
    OUTSIDE_EU_VAT("a part of the European Union outside its VAT"),
    /** Every other country. */
    REST_OF_WORLD("a country outside the United Kingdom and the European Union"),
    /** British forces post: the tax depends on where the unit is, which the address does not say. */
    FORCES_POST("British forces post"),
    /** Country and postcode contradict each other, or do not say enough, or there is no address. */
    UNCLEAR("a place that country and postcode do not settle");

    private final String shown;

    TaxTerritory(String shown) {
        this.shown = shown;
    }

    /** What a territory is to VAT. One that is not told is as unclear as one whose postcode contradicts its country. */
    public static TaxTerritory of(Territory territory) {
        return switch (territory.code()) {
            case "GB" -> GREAT_BRITAIN;
            case "XI" -> NORTHERN_IRELAND;
            case "IM" -> ISLE_OF_MAN;
            case "JE" -> JERSEY;
            case "GG" -> GUERNSEY;
            case "BFPO" -> FORCES_POST;
            case "IC", "EA", "AX", Territory.OF_EU_OUTSIDE_ITS_VAT -> OUTSIDE_EU_VAT;
            case "", "UNCLEAR" -> UNCLEAR;
            default -> new Country(territory.code()).isInEuropeanUnion() ? EUROPEAN_UNION : REST_OF_WORLD;
        };
    }

    /** The place as it is written in a sentence. */
    public String shown() {
        return shown;
    }
}
