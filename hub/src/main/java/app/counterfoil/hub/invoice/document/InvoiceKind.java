package app.counterfoil.hub.invoice.document;

/** Which document a sale is given. */
public enum InvoiceKind {
    /** A full VAT invoice (SI 1995/2518 reg. 14). */
    FULL("VAT invoice", "Credit note"),
    /** A full one with prices and sums that include VAT, for retail sales above £250 to whom it suits (Notice 700 16.3, 16.6). */
    MODIFIED("VAT invoice", "Credit note"),
    /** The short form for retail sales up to £250, which names no customer (reg. 16A). */
    SIMPLIFIED("Simplified VAT invoice", "Credit note"),
    /** A statement of a seller who is not registered, or of a sale whose VAT the marketplace accounts for. */
    WITHOUT_VAT("Sales statement", "Credit statement"),
    /** What an invoice would say, for a buyer who has not paid yet; no VAT invoice, never numbered and never stored. */
    PRO_FORMA("Pro forma invoice", "Pro forma invoice");

    private final String title;
    private final String creditTitle;

    InvoiceKind(String title, String creditTitle) {
        this.title = title;
        this.creditTitle = creditTitle;
    }

    /** Whether it names the customer. */
    public boolean namesCustomer() {
        return this == FULL || this == MODIFIED;
    }

    /** Whether VAT stands on it. */
    public boolean showsVat() {
        return this != WITHOUT_VAT;
    }

    /** The heading of the document. */
    public String title() {
        return title;
    }

    /** The heading of what credits such a document. */
    public String creditTitle() {
        return creditTitle;
    }
}
