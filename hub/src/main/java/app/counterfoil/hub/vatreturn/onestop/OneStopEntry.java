package app.counterfoil.hub.vatreturn.onestop;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.tax.TaxPlace;
import app.counterfoil.hub.tax.VatRate;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a return of a One Stop Shop counts: what of a document is at one rate.
 *
 * @param source the issued document
 * @param part which part of it: its treatment and rate
 * @param document the number of the document
 * @param credit whether it gives back
 * @param suppliedOn the day of the supply, also of what was given back of it
 * @param day the day of the document
 * @param line where it stands in the return
 * @param period the period of the supply
 * @param correction whether that period was declared before, so that it corrects it
 * @param net without VAT, in the currency of the document; below nought for what was given back
 * @param vat the VAT in it
 * @param euroNet without VAT, in euros
 * @param euroVat the VAT in euros
 */
public record OneStopEntry(
        UUID source,
        String part,
        String document,
        boolean credit,
        LocalDate suppliedOn,
        LocalDate day,
        Place line,
        TaxPeriod period,
        boolean correction,
        Money net,
        Money vat,
        Money euroNet,
        Money euroVat) {

    /** By what it is known, so that nothing is counted twice. */
    public record Key(UUID source, String part) {}

    /**
     * Under what it is summed up.
     *
     * @param dispatch code of the territory that the goods set out from
     * @param state the member state of consumption
     * @param kind how the rate is called there
     * @param rate the rate
     */
    public record Place(String dispatch, Country state, RateKind kind, VatRate rate) {

        /** Where the goods set out from, by name. */
        public String dispatchName() {
            return dispatch.isEmpty()
                    ? ""
                    : TaxPlace.of(new Territory(dispatch)).shown();
        }
    }

    /** By what it is known. */
    public Key key() {
        return new Key(source, part);
    }

    /** What it is, in words. */
    public String what() {
        return credit ? "Credit note" : "Invoice";
    }
}
