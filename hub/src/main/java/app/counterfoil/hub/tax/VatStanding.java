package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Country;
import java.util.Set;

/**
 * How a seller stands with the tax offices on the day of a supply.
 *
 * @param registered whether it is registered for United Kingdom VAT
 * @param established whether it has its seat in the United Kingdom; others have no threshold (VATA 1994 Sch. 1A)
 * @param scheme how it reckons what is paid over
 * @param distanceSales how it accounts for sales to consumers in other member states
 * @param importOneStopShop whether it is registered for the Import One Stop Shop
 * @param registeredIn the member states where it is registered itself
 */
public record VatStanding(
        boolean registered,
        boolean established,
        VatScheme scheme,
        DistanceSales distanceSales,
        boolean importOneStopShop,
        Set<Country> registeredIn) {

    /** Copies the set. */
    public VatStanding {
        registeredIn = Set.copyOf(registeredIn);
    }

    /** A seller in the United Kingdom that has nothing to do with tax offices elsewhere. */
    public static VatStanding ofUnitedKingdom(boolean registered) {
        return new VatStanding(registered, true, VatScheme.STANDARD, DistanceSales.BELOW_LIMIT, false, Set.of());
    }
}
