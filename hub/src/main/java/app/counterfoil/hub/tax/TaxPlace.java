package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Territory;
import java.util.Optional;

/**
 * A place as VAT law sees it, and which member state it is in.
 *
 * @param territory the place
 * @param state the member state; empty outside the European Union
 */
public record TaxPlace(TaxTerritory territory, Optional<Country> state) {

    /** Great Britain. */
    public static final TaxPlace GREAT_BRITAIN = of(Territory.GREAT_BRITAIN);

    /** A place of which no more is known than its kind. */
    public static TaxPlace of(TaxTerritory territory) {
        return new TaxPlace(territory, Optional.empty());
    }

    /** The place of an address. Monaco counts as France (Directive 2006/112/EC Art 7). */
    public static TaxPlace of(Territory territory) {
        var told = territory.code().equals("MC") ? new Territory("FR") : territory;
        var kind = TaxTerritory.of(told);
        return new TaxPlace(
                kind, kind == TaxTerritory.EUROPEAN_UNION ? Optional.of(new Country(told.code())) : Optional.empty());
    }

    /** The place as it is written in a sentence. */
    public String shown() {
        return state.map(Country::englishName).orElseGet(territory::shown);
    }
}
