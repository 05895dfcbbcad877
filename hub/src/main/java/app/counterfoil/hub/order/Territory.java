package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Postcode;
import java.util.Optional;

/** Where goods go, as tax and couriers see it: the postcode decides for Northern Ireland and the Crown dependencies. */
final class Territory {

    private Territory() {}

    static String of(Optional<Recipient> recipient) {
        return recipient.map(to -> of(new Country(to.country()), to.postcode())).orElse("");
    }

    private static String of(Country country, String written) {
        return switch (country.code()) {
            case "GB", "JE", "GG", "IM" ->
                switch (Postcode.of(written, country).area()) {
                    case "BT" -> "XI";
                    case "JE" -> "JE";
                    case "GY" -> "GG";
                    case "IM" -> "IM";
                    default -> country.code();
                };
            default -> country.code();
        };
    }
}
