package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import java.util.Optional;

/**
 * What the goods of a whole parcel are worth, without carriage and insurance that stand apart (RULES 1.7).
 *
 * @param pounds in sterling; empty if no exchange rate is known
 * @param euros in euros; empty if no exchange rate is known
 */
public record Consignment(Optional<Money> pounds, Optional<Money> euros) {

    /** A parcel of which no value is known. */
    public static final Consignment UNKNOWN = new Consignment(Optional.empty(), Optional.empty());
}
