package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.tax.Customer.Check;
import app.counterfoil.hub.tax.DatedLimits.Limit;
import app.counterfoil.hub.tax.VatDecision.AskPerson;
import app.counterfoil.hub.tax.VatDecision.Asks;

/** Goods that set out from a member state, from Jersey or Guernsey, or from the rest of the world. */
final class FromAbroad {

    private final Rulings rulings;
    private final DatedLimits limits = new DatedLimits();

    FromAbroad(Rulings rulings) {
        this.rulings = rulings;
    }

    VatDecision decide(Supply supply) {
        return switch (supply.to().territory()) {
            case GREAT_BRITAIN, ISLE_OF_MAN -> toGreatBritain(supply);
            case NORTHERN_IRELAND -> toNorthernIreland(supply);
            case EUROPEAN_UNION -> toState(supply, supply.to().state().orElseThrow());
            case JERSEY, GUERNSEY, OUTSIDE_EU_VAT, REST_OF_WORLD ->
                rulings.without(
                        VatTreatment.OUTSIDE_SCOPE,
                        "The goods go from " + supply.from().shown() + " to "
                                + supply.to().shown() + " and never enter the United Kingdom: no VAT there.",
                        "VATA 1994 s. 7");
            case FORCES_POST, UNCLEAR -> throw new IllegalArgumentException("a person is asked for the place first");
        };
    }

    /** Up to the limit the VAT is due at the sale; above it, at the border (RULES 1.7). */
    private VatDecision toGreatBritain(Supply supply) {
        var limit = limits.on(Limit.CONSIGNMENT_TO_GREAT_BRITAIN, supply.timeOfSupply());
        if (limit.isEmpty()) {
            return new AskPerson(Asks.PLACE, "The rules for goods from abroad begin in 2021.", "VATA 1994 s. 7AA");
        }
        var source = limit.get().source();
        var value = supply.consignment().pounds();
        if (value.isEmpty()) {
            return new AskPerson(
                    Asks.VALUE,
                    "Whether the VAT is due at the sale hangs on what the parcel is worth in pounds, and no exchange rate is on"
                            + " file.",
                    source);
        }
        var worth = rulings.withoutVat(value.get(), supply.timeOfSupply());
        if (supply.goods().excise() || worth.compareTo(limit.get().sum()) > 0) {
            return rulings.without(
                    VatTreatment.OUTSIDE_SCOPE,
                    "The goods come from " + supply.from().shown() + " and are imported: VAT is paid at the border, not"
                            + " charged by the seller.",
                    source);
        }
        var number = supply.customer().number().filter(Customer.TaxNumber::isBritish);
        if (number.map(given -> given.check() == Check.FORM_FITS).orElse(false)) {
            return new AskPerson(
                    Asks.NUMBER,
                    "A business buys goods from abroad of a small value: if its VAT number is registered here, it accounts for"
                            + " the VAT itself, and nobody has looked that up yet.",
                    source);
        }
        if (number.map(given -> given.check() == Check.CONFIRMED).orElse(false)) {
            return rulings.without(
                    VatTreatment.REVERSE_CHARGE,
                    "A business has given its United Kingdom VAT number for goods from abroad worth "
                            + limit.get().sum().shown() + " or less: the customer accounts for the VAT to HMRC.",
                    "VATA 1994 s. 7AA");
        }
        return atTheSale(supply, source);
    }

    private VatDecision atTheSale(Supply supply, String source) {
        if (supply.marketplace().isPresent()) {
            return new AskPerson(
                    Asks.MARKETPLACE,
                    "Goods from abroad of a small value, sold on "
                            + supply.marketplace().get()
                            + ": the marketplace owes the VAT, but does not say that it has collected it.",
                    "VATA 1994 s. 77E");
        }
        return supply.seller().registered()
                ? rulings.unitedKingdom(supply, "sold from abroad in a parcel of a small value", source)
                : new AskPerson(
                        Asks.STANDING,
                        "Goods of a small value sold from abroad to Great Britain: the seller must be registered for United"
                                + " Kingdom VAT.",
                        "VATREG37210");
    }

    private VatDecision toNorthernIreland(Supply supply) {
        if (supply.from().territory() != TaxTerritory.EUROPEAN_UNION) {
            return rulings.without(
                    VatTreatment.OUTSIDE_SCOPE,
                    "The goods come to Northern Ireland from outside the United Kingdom and the European Union: import VAT is"
                            + " paid at the border.",
                    "VATA 1994 s. 40A");
        }
        return new AskPerson(
                Asks.STANDING,
                "Goods from " + supply.from().shown()
                        + " to Northern Ireland are a distance sale within the single market,"
                        + " which is declared in the state they set out from.",
                "Directive 2006/112/EC Art 33");
    }

    private VatDecision toState(Supply supply, Country state) {
        if (supply.from().territory() != TaxTerritory.EUROPEAN_UNION) {
            return rulings.importScheme(supply, state)
                    .orElseGet(() -> rulings.without(
                            VatTreatment.OUTSIDE_SCOPE,
                            "The goods are imported into " + state.englishName() + ": VAT is paid there at the border.",
                            "VATA 1994 s. 7; Directive 2006/112/EC Art 30"));
        }
        var from = supply.from().state().orElseThrow();
        if (from.equals(state)) {
            return rulings.registeredThere(
                    supply, state, "sold within " + state.englishName(), "Directive 2006/112/EC Art 31");
        }
        if (supply.customer().number().filter(Customer.TaxNumber::isEuropean).isPresent()) {
            return new AskPerson(
                    Asks.STANDING,
                    "Goods from " + from.englishName() + " to a business in " + state.englishName()
                            + " are declared in the return of the seller there, not in the United Kingdom.",
                    "Directive 2006/112/EC Art 138");
        }
        return betweenStates(supply, from, state);
    }

    private VatDecision betweenStates(Supply supply, Country from, Country state) {
        var source = "Directive 2006/112/EC Art 33 and 59c";
        return switch (supply.seller().distanceSales()) {
            case BELOW_LIMIT ->
                rulings.registeredThere(
                        supply,
                        from,
                        "sold to a consumer in " + state.englishName() + " below the limit of distance sales",
                        source);
            case ONE_STOP_SHOP ->
                rulings.ofState(
                        supply, VatTreatment.ONE_STOP_SHOP, state, "declared in the Union One Stop Shop", source);
            case REGISTERED_THERE -> rulings.registeredThere(supply, state, "sold from " + from.englishName(), source);
        };
    }
}
