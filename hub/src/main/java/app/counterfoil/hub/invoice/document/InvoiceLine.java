package app.counterfoil.hub.invoice.document;

import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;

/**
 * What a line of an invoice sells; its figures stand in the sums.
 *
 * @param description what it is
 * @param quantity how many
 * @param treatment what becomes of the VAT
 * @param rate the rate of VAT
 */
public record InvoiceLine(String description, int quantity, VatTreatment treatment, VatRate rate) {

    /** The rate as it is printed; zero-rated and exempt lines are told apart (Notice 700 §16.3). */
    public String rateShown() {
        return switch (treatment) {
            case CHARGED -> rate.shown();
            case EXPORTED -> "0% export";
            case EXEMPT -> "exempt";
            case MARKETPLACE_ACCOUNTS, NOT_REGISTERED -> "none";
        };
    }
}
