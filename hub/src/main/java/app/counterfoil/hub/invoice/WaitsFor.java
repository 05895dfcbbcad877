package app.counterfoil.hub.invoice;

/** Where a person mends what keeps an invoice from being issued. */
public enum WaitsFor {
    /** On the page of its order. */
    ORDER,
    /** Under VAT of products. */
    PRODUCTS,
    /** Under Exchange rates. */
    RATES,
    /** Under Where you pay VAT. */
    STANDING
}
