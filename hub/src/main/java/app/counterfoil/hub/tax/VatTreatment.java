package app.counterfoil.hub.tax;

/** What becomes of the VAT on a supply. */
public enum VatTreatment {
    /** The seller charges United Kingdom VAT at the rate of the product, which may be nought. */
    CHARGED,
    /** The supply is exempt: no VAT, and no rate either. */
    EXEMPT,
    /** The goods leave the United Kingdom: nought per cent, once the evidence is on file. */
    EXPORTED,
    /** The marketplace is the supplier in the eyes of the law and accounts for the VAT. */
    MARKETPLACE_ACCOUNTS,
    /** The seller is not registered and may show no VAT. */
    NOT_REGISTERED;

    /** Whether the seller's document shows a rate of VAT for such a line. */
    public boolean showsRate() {
        return this == CHARGED || this == EXPORTED;
    }
}
