package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import java.util.Optional;

/**
 * What the buyer pays for the goods of a whole parcel, VAT and all, without carriage and insurance that stand apart. The limits
 * of the law are on the value without VAT (RULES 1.7); it is taken out at the standard rate of the destination, for a parcel is
 * small or large as a whole whatever is in it.
 *
 * @param pounds in sterling; empty if no exchange rate is known
 * @param euros in euros; empty if no exchange rate is known
 */
public record Consignment(Optional<Money> pounds, Optional<Money> euros) {}
