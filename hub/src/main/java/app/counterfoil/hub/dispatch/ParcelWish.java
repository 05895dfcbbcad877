package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.Weight;
import java.util.Optional;
import java.util.UUID;

/**
 * How a person wants parcels sent.
 *
 * @param serviceCode the courier's service code
 * @param format the courier's name of the package format
 * @param weight the weight with packing
 * @param account the courier account, or empty for the first connected
 * @param evenIfNotAsked whether to book although the channel cannot say that the order is still wanted
 */
public record ParcelWish(
        String serviceCode, String format, Weight weight, Optional<UUID> account, boolean evenIfNotAsked) {

    /** A wish for the first account, of somebody who wants the channel asked. */
    public ParcelWish(String serviceCode, String format, Weight weight) {
        this(serviceCode, format, weight, Optional.empty(), false);
    }
}
