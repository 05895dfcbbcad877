package app.counterfoil.hub.tax;

import app.counterfoil.hub.tax.Supply.Registration;
import app.counterfoil.hub.tax.VatDecision.AskPerson;
import app.counterfoil.hub.tax.VatDecision.Settled;
import java.time.LocalDate;
import java.util.Optional;

/** Decides the VAT of goods that a seller in Great Britain sends to a buyer, by the law of the day of supply. */
public final class DecideVat {

    /** Evidence of export must be held within three months of the time of supply (VEXP30300). */
    private static final int MONTHS_FOR_EVIDENCE = 3;

    private final DatedRates rates = DatedRates.onFile();

    /** The VAT of one supply; refused with {@link NoRateOnThatDay} when the table of rates does not reach that day. */
    public VatDecision forSupply(Supply supply) {
        if (supply.vatCollectedBy().isPresent()) {
            return marketplaceAccounts(supply, supply.vatCollectedBy().get());
        }
        if (supply.registration() == Registration.NOT_REGISTERED) {
            return new Settled(
                    VatTreatment.NOT_REGISTERED,
                    VatRate.NOUGHT,
                    "The seller is not registered for VAT, so none is charged or shown.",
                    "VATA 1994 Sch. 1; RULES 1.1",
                    Optional.empty());
        }
        return switch (supply.dispatchedFrom()) {
            case GREAT_BRITAIN, ISLE_OF_MAN -> fromGreatBritain(supply);
            case NORTHERN_IRELAND, JERSEY, GUERNSEY, EUROPEAN_UNION, REST_OF_WORLD, FORCES_POST, UNCLEAR ->
                new AskPerson(
                        "The goods set out from " + supply.dispatchedFrom().shown()
                                + "; the rules here cover goods sent from Great Britain.",
                        "VATNIEU3720; RULES 1.8");
        };
    }

    private VatDecision fromGreatBritain(Supply supply) {
        return switch (supply.destination()) {
            case GREAT_BRITAIN -> charged(supply, "VATA 1994 s. 2");
            case NORTHERN_IRELAND -> charged(supply, "VATA 1994 s. 40A and Sch. 9ZB; RULES 1.8");
            case ISLE_OF_MAN -> charged(supply, "Isle of Man Act 1979 s. 6; RULES 1.8");
            case JERSEY, GUERNSEY, EUROPEAN_UNION, REST_OF_WORLD -> exported(supply);
            case FORCES_POST ->
                new AskPerson(
                        "The parcel goes by British forces post, and its tax depends on where the unit is.",
                        "RULES 1.8");
            case UNCLEAR ->
                new AskPerson(
                        "Country and postcode of the address do not agree, so the place of delivery is unclear.",
                        "RULES 1.8");
        };
    }

    private VatDecision charged(Supply supply, String source) {
        var place = supply.destination().shown();
        if (supply.vatClass() == VatClass.EXEMPT) {
            return new Settled(
                    VatTreatment.EXEMPT,
                    VatRate.NOUGHT,
                    "Exempt from VAT, delivered in " + place + ".",
                    "VATA 1994 Sch. 9",
                    Optional.empty());
        }
        var dated = rates.on(supply.vatClass(), supply.timeOfSupply());
        return new Settled(
                VatTreatment.CHARGED,
                dated.rate(),
                "United Kingdom VAT at " + dated.rate().shown() + ", delivered in " + place + ".",
                source + "; " + dated.source(),
                Optional.empty());
    }

    private VatDecision exported(Supply supply) {
        var due = evidenceDue(supply);
        return new Settled(
                VatTreatment.EXPORTED,
                VatRate.NOUGHT,
                "Exported from the United Kingdom to " + supply.destination().shown()
                        + ": 0%, if the evidence of export is held by " + due + ".",
                "VATA 1994 s. 30(6); VEXP30300",
                Optional.of(due));
    }

    /** The channel's word stands: charging VAT again would tax the buyer twice. */
    private VatDecision marketplaceAccounts(Supply supply, String marketplace) {
        var leaves = supply.registration() == Registration.REGISTERED
                && switch (supply.destination()) {
                    case JERSEY, GUERNSEY, EUROPEAN_UNION, REST_OF_WORLD -> true;
                    case GREAT_BRITAIN, NORTHERN_IRELAND, ISLE_OF_MAN, FORCES_POST, UNCLEAR -> false;
                };
        return new Settled(
                VatTreatment.MARKETPLACE_ACCOUNTS,
                VatRate.NOUGHT,
                marketplace
                        + " collected the VAT or tax due on this sale and accounts for it; the seller charges none.",
                "VATA 1994 s. 5A; RULES 1.7",
                leaves ? Optional.of(evidenceDue(supply)) : Optional.empty());
    }

    private static LocalDate evidenceDue(Supply supply) {
        return supply.timeOfSupply().plusMonths(MONTHS_FOR_EVIDENCE);
    }
}
