package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.tax.Customer.Check;
import app.counterfoil.hub.tax.DatedLimits.Limit;
import app.counterfoil.hub.tax.VatDecision.AskPerson;
import app.counterfoil.hub.tax.VatDecision.Asks;
import app.counterfoil.hub.tax.VatDecision.Settled;
import java.time.LocalDate;
import java.util.Optional;

/** The decisions that several rules come to, each with its words and its source. */
final class Rulings {

    /** Evidence that goods have left must be held within three months of the time of supply (VEXP30300). */
    private static final int MONTHS_FOR_EVIDENCE = 3;

    private final DatedRates rates = new DatedRates();
    private final StateRates states = new StateRates();
    private final DatedLimits limits = new DatedLimits();

    /** Within the United Kingdom and the Isle of Man. */
    VatDecision domestic(Supply supply, String source) {
        var place = supply.to().shown();
        if (supply.goods().secondHand()) {
            return margin("delivered in " + place);
        }
        if (supply.goods().vatClass() == VatClass.EXEMPT) {
            return without(VatTreatment.EXEMPT, "Exempt from VAT, delivered in " + place + ".", "VATA 1994 Sch. 9");
        }
        return reverseCharge(supply).orElseGet(() -> unitedKingdom(supply, "delivered in " + place, source));
    }

    /**
     * Whoever buys phones or chips for a business and is registered accounts for the VAT, from a value on (Notice 735); asks
     * where that hangs on something nobody has said.
     */
    private Optional<VatDecision> reverseCharge(Supply supply) {
        var number = supply.customer()
                .number()
                .filter(Customer.TaxNumber::isBritish)
                .filter(given -> given.check() == Check.CONFIRMED || given.check() == Check.FORM_FITS);
        var limit = limits.on(Limit.DOMESTIC_REVERSE_CHARGE, supply.timeOfSupply());
        if (!supply.goods().underReverseCharge() || number.isEmpty() || limit.isEmpty()) {
            return Optional.empty();
        }
        var source = limit.get().source();
        var value = supply.goods().ofThatMark();
        if (value.isEmpty()) {
            return DecideVat.ask(
                    Asks.VALUE,
                    "Whether the customer accounts for the VAT of phones and chips hangs on what they are worth in pounds, and"
                            + " no exchange rate is on file.",
                    source);
        }
        if (withoutVat(value.get(), supply.timeOfSupply()).compareTo(limit.get().sum()) < 0) {
            return Optional.empty();
        }
        if (number.get().check() == Check.FORM_FITS) {
            return DecideVat.ask(
                    Asks.NUMBER,
                    "A business buys phones or chips for " + limit.get().sum().shown()
                            + " or more: if its VAT number is registered here, it accounts for the VAT itself, and nobody has"
                            + " looked that up yet.",
                    source);
        }
        var rate = rates.on(supply.goods().vatClass(), supply.timeOfSupply()).rate();
        return Optional.of(without(
                VatTreatment.REVERSE_CHARGE,
                "Reverse charge: the customer is to pay the VAT at " + rate.shown() + " to HMRC.",
                source + "; SI 1995/2518 reg. 14(1)(r)"));
    }

    /** United Kingdom VAT at the rate of the product. */
    VatDecision unitedKingdom(Supply supply, String because, String source) {
        if (supply.goods().vatClass() == VatClass.EXEMPT) {
            return without(VatTreatment.EXEMPT, "Exempt from VAT, " + because + ".", "VATA 1994 Sch. 9");
        }
        var dated = rates.on(supply.goods().vatClass(), supply.timeOfSupply());
        return new Settled(
                VatTreatment.CHARGED,
                dated.rate(),
                Optional.empty(),
                "United Kingdom VAT at " + dated.rate().shown() + ", " + because + ".",
                source + "; " + dated.source(),
                Optional.empty());
    }

    /** VAT on the margin: none is shown (reg. 14(1)(n)). */
    VatDecision margin(String because) {
        return without(
                VatTreatment.MARGIN_SCHEME,
                "Margin scheme: second-hand goods, " + because + ". VAT is on the margin alone and is not shown.",
                "VATA 1994 s. 50A; SI 1995/2518 reg. 14(1)(n)");
    }

    VatDecision exported(Supply supply) {
        var due = evidenceDue(supply);
        return new Settled(
                VatTreatment.EXPORTED,
                VatRate.NOUGHT,
                Optional.empty(),
                "Exported from the United Kingdom to " + supply.to().shown()
                        + ": 0%, if the evidence of export is held by " + due + ".",
                "VATA 1994 s. 30(6); VEXP30300",
                Optional.of(due));
    }

    /** VAT of a member state at the rate of the product there. */
    VatDecision ofState(Supply supply, VatTreatment treatment, Country state, String how, String source) {
        var said = supply.goods().rateThere();
        if (said.isEmpty() && supply.goods().vatClass() != VatClass.STANDARD) {
            return new AskPerson(
                    Asks.RATE,
                    "VAT of " + state.englishName() + " is due, and the rate of this product there is not said.",
                    source);
        }
        var dated = states.on(state, supply.timeOfSupply());
        var rate = said.orElse(dated.rate());
        var leaves = treatment == VatTreatment.IMPORT_ONE_STOP_SHOP
                && isInUnitedKingdom(supply.from().territory());
        return new Settled(
                treatment,
                rate,
                Optional.of(state),
                "VAT of " + state.englishName() + " at " + rate.shown() + ", " + how + "."
                        + (leaves
                                ? " The goods leave the United Kingdom as an export: evidence by " + evidenceDue(supply)
                                        + "."
                                : ""),
                source + "; " + (said.isPresent() ? "the seller's word on the rate" : dated.source()),
                leaves ? Optional.of(evidenceDue(supply)) : Optional.empty());
    }

    /** The Import One Stop Shop, if it applies; asks if the value that decides it is not known. */
    Optional<VatDecision> importScheme(Supply supply, Country state) {
        var limit = limits.on(Limit.IMPORT_ONE_STOP_SHOP, supply.timeOfSupply());
        var takesPart = supply.seller().importOneStopShop()
                && limit.isPresent()
                && !supply.goods().excise()
                && supply.customer()
                        .number()
                        .filter(Customer.TaxNumber::isEuropean)
                        .isEmpty();
        if (!takesPart) {
            return Optional.empty();
        }
        var value = supply.consignment().euros();
        if (value.isEmpty()) {
            return DecideVat.ask(
                    Asks.VALUE,
                    "Whether the Import One Stop Shop applies hangs on what the parcel is worth in euros, and no exchange rate"
                            + " is on file.",
                    limit.get().source());
        }
        return withoutVat(value.get(), state, supply.timeOfSupply())
                                .compareTo(limit.get().sum())
                        > 0
                ? Optional.empty()
                : Optional.of(ofState(
                        supply,
                        VatTreatment.IMPORT_ONE_STOP_SHOP,
                        state,
                        "declared in the Import One Stop Shop: the parcel is worth "
                                + limit.get().sum().shown() + " or less",
                        limit.get().source()));
    }

    /** VAT of a state where the seller has to be registered itself; asks if it is not. */
    VatDecision registeredThere(Supply supply, Country state, String what, String source) {
        return supply.seller().registeredIn().contains(state)
                ? ofState(
                        supply,
                        VatTreatment.REGISTERED_THERE,
                        state,
                        what + " and declared by the seller there",
                        source)
                : new AskPerson(
                        Asks.STANDING,
                        "VAT of " + state.englishName()
                                + " is due, and the seller is not known to be registered there.",
                        source);
    }

    VatDecision without(VatTreatment treatment, String reason, String source) {
        return new Settled(treatment, VatRate.NOUGHT, Optional.empty(), reason, source, Optional.empty());
    }

    /** What a parcel is worth without the VAT of the United Kingdom. */
    Money withoutVat(Money paid, LocalDate day) {
        return paid.minus(rates.on(VatClass.STANDARD, day).rate().within(paid));
    }

    /** What a parcel is worth without the VAT of a member state. */
    Money withoutVat(Money paid, Country state, LocalDate day) {
        return paid.minus(states.on(state, day).rate().within(paid));
    }

    static LocalDate evidenceDue(Supply supply) {
        return supply.timeOfSupply().plusMonths(MONTHS_FOR_EVIDENCE);
    }

    /** The Isle of Man is inside United Kingdom VAT. */
    static boolean isInUnitedKingdom(TaxTerritory territory) {
        return switch (territory) {
            case GREAT_BRITAIN, NORTHERN_IRELAND, ISLE_OF_MAN -> true;
            case JERSEY, GUERNSEY, EUROPEAN_UNION, OUTSIDE_EU_VAT, REST_OF_WORLD, FORCES_POST, UNCLEAR -> false;
        };
    }
}
