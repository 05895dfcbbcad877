package app.counterfoil.hub.connection;

import app.counterfoil.hub.disclosure.Disclosure;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A recipient as the ledger of disclosures knows it: a service, or a file that stays in the shop.
 *
 * @param value the code
 */
public record RecipientCode(String value) {

    /** @throws IllegalArgumentException if it is the code of nobody */
    public RecipientCode {
        if (codes().noneMatch(value::equals)) {
            throw new IllegalArgumentException("Nobody has this code.");
        }
    }

    /** The code that somebody has typed or followed; refused if it is nobody's. */
    public static RecipientCode valueOf(String typed) {
        return new RecipientCode(typed);
    }

    /** All there are, services first. */
    public static Stream<String> codes() {
        return Stream.concat(Arrays.stream(OutsideService.values()).map(Enum::name), Stream.of(Disclosure.OWN_COPY));
    }
}
