package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.tax.Customer.Check;
import app.counterfoil.hub.tax.VatDecision.AskPerson;
import app.counterfoil.hub.tax.VatDecision.Asks;
import app.counterfoil.hub.tax.VatDecision.Settled;
import java.util.Optional;

/** Goods that set out from the United Kingdom or the Isle of Man. */
final class FromUnitedKingdom {

    private final Rulings rulings;

    FromUnitedKingdom(Rulings rulings) {
        this.rulings = rulings;
    }

    VatDecision decide(Supply supply) {
        return switch (supply.to().territory()) {
            case GREAT_BRITAIN -> rulings.domestic(supply, "VATA 1994 s. 2");
            case NORTHERN_IRELAND -> rulings.domestic(supply, "VATA 1994 s. 40A and Sch. 9ZB");
            case ISLE_OF_MAN -> rulings.domestic(supply, "Isle of Man Act 1979 s. 6");
            case JERSEY, GUERNSEY, OUTSIDE_EU_VAT, REST_OF_WORLD -> rulings.exported(supply);
            case EUROPEAN_UNION ->
                supply.from().territory() == TaxTerritory.NORTHERN_IRELAND
                        ? withinSingleMarket(supply, supply.to().state().orElseThrow())
                        : toEuropeanUnion(supply, supply.to().state().orElseThrow());
            case FORCES_POST, UNCLEAR -> throw new IllegalArgumentException("a person is asked for the place first");
        };
    }

    /** From Great Britain: an export, and where the seller takes part, the VAT of the destination at the sale. */
    private VatDecision toEuropeanUnion(Supply supply, Country state) {
        return rulings.importScheme(supply, state).orElseGet(() -> rulings.exported(supply));
    }

    /** Northern Ireland is in the single market for goods (RULES 1.8). */
    private VatDecision withinSingleMarket(Supply supply, Country state) {
        if (supply.goods().secondHand()) {
            return rulings.margin("sent to " + state.englishName());
        }
        var number = supply.customer().number().filter(given -> given.isEuropean() && !given.isNorthernIrish());
        if (number.map(given -> given.check() == Check.CONFIRMED).orElse(false)) {
            return toBusiness(supply, state);
        }
        if (number.map(given -> given.check() == Check.FORM_FITS).orElse(false)) {
            return new AskPerson(
                    Asks.NUMBER,
                    "A business in " + state.englishName() + " has given a VAT number of the right form: 0% if it is"
                            + " registered, and nobody has looked that up yet.",
                    "VATA 1994 Sch. 9ZB para. 4");
        }
        if (supply.goods().vatClass() == VatClass.EXEMPT) {
            return rulings.domestic(supply, "VATA 1994 Sch. 9");
        }
        return toConsumer(supply, state);
    }

    private VatDecision toConsumer(Supply supply, Country state) {
        if (supply.goods().excise()) {
            return new AskPerson(
                    Asks.STANDING,
                    "Goods with excise duty that go to a consumer in another member state are taxed there, whatever the value.",
                    "Directive 2006/112/EC Art 33");
        }
        return switch (supply.seller().distanceSales()) {
            case BELOW_LIMIT ->
                rulings.unitedKingdom(
                        supply,
                        "sent from Northern Ireland to a consumer in " + state.englishName()
                                + ", below the limit of distance sales",
                        "VATNIEU3720");
            case ONE_STOP_SHOP ->
                rulings.ofState(
                        supply,
                        VatTreatment.ONE_STOP_SHOP,
                        state,
                        "declared in the Union One Stop Shop",
                        "VATNIEU3720");
            case REGISTERED_THERE ->
                rulings.registeredThere(supply, state, "sold from Northern Ireland to a consumer", "VATNIEU3720");
        };
    }

    private static VatDecision toBusiness(Supply supply, Country state) {
        var due = Rulings.evidenceDue(supply);
        return new Settled(
                VatTreatment.TO_EU_BUSINESS,
                VatRate.NOUGHT,
                Optional.of(state),
                "From Northern Ireland to a business registered for VAT in the European Union, sent to "
                        + state.englishName() + ": 0%, if the evidence is held by " + due
                        + ". The customer accounts for the VAT of its state.",
                "VATA 1994 Sch. 9ZB para. 4; VEXP30300",
                Optional.of(due));
    }
}
