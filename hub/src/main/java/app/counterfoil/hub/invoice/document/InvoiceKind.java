package app.counterfoil.hub.invoice.document;

/** Which document a sale is given. */
public enum InvoiceKind {
    /** A full VAT invoice (SI 1995/2518 reg. 14). */
    FULL("VAT invoice"),
    /** The short form for retail sales up to £250, which names no customer (reg. 16A). */
    SIMPLIFIED("Simplified VAT invoice"),
    /** A statement of a seller who is not registered, or of a sale whose VAT the marketplace accounts for. */
    WITHOUT_VAT("Sales statement");

    private final String title;

    InvoiceKind(String title) {
        this.title = title;
    }

    /** The heading of the document. */
    public String title() {
        return title;
    }
}
