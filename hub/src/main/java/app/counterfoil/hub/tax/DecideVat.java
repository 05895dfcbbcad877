package app.counterfoil.hub.tax;

import app.counterfoil.hub.tax.VatDecision.AskPerson;
import app.counterfoil.hub.tax.VatDecision.Asks;
import app.counterfoil.hub.tax.VatDecision.Settled;
import java.util.Optional;

/**
 * Decides the VAT of goods that are sold, by the law of the day of supply: whose it is, how much, and who declares it. It
 * settles what the law settles; where a fact is missing that would change the answer, a person is asked for it.
 */
public final class DecideVat {

    private final Rulings rulings = new Rulings();
    private final FromUnitedKingdom fromUnitedKingdom = new FromUnitedKingdom(rulings);
    private final FromAbroad fromAbroad = new FromAbroad(rulings);

    /** The VAT of one supply; refused with {@link NoRateOnThatDay} when the table of rates does not reach that day. */
    public VatDecision forSupply(Supply supply) {
        if (supply.vatCollected()) {
            return marketplaceAccounts(supply);
        }
        var home = Rulings.isInUnitedKingdom(supply.from().territory());
        if (home && !supply.seller().registered() && supply.seller().established()) {
            return rulings.without(
                    VatTreatment.NOT_REGISTERED,
                    "The seller is not registered for VAT, so none is charged or shown.",
                    "VATA 1994 Sch. 1");
        }
        return unclear(supply)
                .or(() -> ownedElsewhere(supply, home))
                .orElseGet(() -> home ? fromUnitedKingdom.decide(supply) : fromAbroad.decide(supply));
    }

    /** The channel's word stands: charging VAT again would tax the buyer twice. */
    private VatDecision marketplaceAccounts(Supply supply) {
        var leaves = supply.seller().registered()
                && Rulings.isInUnitedKingdom(supply.from().territory())
                && switch (supply.to().territory()) {
                    case JERSEY, GUERNSEY, EUROPEAN_UNION, OUTSIDE_EU_VAT, REST_OF_WORLD -> true;
                    case GREAT_BRITAIN, NORTHERN_IRELAND, ISLE_OF_MAN, FORCES_POST, UNCLEAR -> false;
                };
        return new Settled(
                VatTreatment.MARKETPLACE_ACCOUNTS,
                VatRate.NOUGHT,
                Optional.empty(),
                supply.marketplace().orElse("The marketplace")
                        + " collected the VAT or tax due on this sale and accounts for it; the seller charges none.",
                "VATA 1994 s. 5A",
                leaves ? Optional.of(Rulings.evidenceDue(supply)) : Optional.empty());
    }

    private static Optional<VatDecision> unclear(Supply supply) {
        if (supply.to().territory() == TaxTerritory.FORCES_POST) {
            return ask(
                    Asks.PLACE,
                    "The parcel goes by British forces post, and its tax depends on where the unit is.",
                    "VATA 1994 s. 7");
        }
        if (supply.to().territory() == TaxTerritory.UNCLEAR) {
            return ask(
                    Asks.PLACE,
                    "Country and postcode of the address do not agree, so the place of delivery is unclear.",
                    "VATA 1994 s. 7");
        }
        if (supply.from().territory() == TaxTerritory.UNCLEAR
                || supply.from().territory() == TaxTerritory.FORCES_POST) {
            return ask(Asks.PLACE, "It is not known where the goods set out from.", "VATA 1994 s. 7");
        }
        return Optional.empty();
    }

    /** A seller without a seat in the United Kingdom: its marketplace is the supplier, or it must be registered itself. */
    private static Optional<VatDecision> ownedElsewhere(Supply supply, boolean home) {
        var toConsumerHere = Rulings.isInUnitedKingdom(supply.to().territory())
                && supply.customer()
                        .number()
                        .filter(Customer.TaxNumber::isBritish)
                        .isEmpty();
        if (!home || supply.seller().established()) {
            return Optional.empty();
        }
        if (supply.marketplace().isPresent() && toConsumerHere) {
            return ask(
                    Asks.MARKETPLACE,
                    "Goods in the United Kingdom of a seller from abroad, sold on "
                            + supply.marketplace().orElseThrow()
                            + ": the marketplace owes the VAT, but does not say that it has collected it.",
                    "VATA 1994 s. 5A");
        }
        return supply.seller().registered()
                ? Optional.empty()
                : ask(
                        Asks.STANDING,
                        "A seller from abroad with goods in the United Kingdom must be registered from its first sale.",
                        "VATA 1994 Sch. 1A");
    }

    static Optional<VatDecision> ask(Asks asks, String reason, String source) {
        return Optional.of(new AskPerson(asks, reason, source));
    }
}
