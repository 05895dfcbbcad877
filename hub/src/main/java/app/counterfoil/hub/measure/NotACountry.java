package app.counterfoil.hub.measure;

/** A code that names no country. */
public final class NotACountry extends Refusal {

    NotACountry(String code) {
        super(
                "\"" + (code.length() > 10 ? code.substring(0, 10) + "…" : code) + "\" is not a country code.",
                "Give the two letters of ISO 3166-1, such as GB, IE or DE.");
    }
}
