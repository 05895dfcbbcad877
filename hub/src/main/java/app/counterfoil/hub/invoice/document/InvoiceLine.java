package app.counterfoil.hub.invoice.document;

import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;

/**
 * What a line of an invoice sells; its figures stand in the sums.
 *
 * @param part whether it is goods
 * @param description what it is
 * @param quantity how many; 1 for an extra
 * @param treatment what becomes of the VAT
 * @param rate the rate of VAT
 */
public record InvoiceLine(Part part, String description, int quantity, VatTreatment treatment, VatRate rate) {

    /** What a line is. */
    public enum Part {
        /** What was ordered. */
        GOODS,
        /** What was charged or taken off beside it, such as delivery. */
        EXTRA
    }

    /** A line of goods. */
    public static InvoiceLine goods(String description, int quantity, VatTreatment treatment, VatRate rate) {
        return new InvoiceLine(Part.GOODS, description, quantity, treatment, rate);
    }

    /** What was charged or taken off beside the goods. */
    public static InvoiceLine extra(String description, VatTreatment treatment, VatRate rate) {
        return new InvoiceLine(Part.EXTRA, description, 1, treatment, rate);
    }
}
