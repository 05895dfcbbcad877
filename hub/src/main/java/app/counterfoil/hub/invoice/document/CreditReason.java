package app.counterfoil.hub.invoice.document;

/** Why part of an invoice is credited, as the credit note tells it. Stored by its name. */
public enum CreditReason {
    /** The goods came back. */
    RETURNED("Goods returned"),
    /** The goods never arrived. */
    NOT_RECEIVED("Goods not received"),
    /** The order was called off. */
    CANCELLED("Order cancelled"),
    /** The price was reduced after the sale. */
    REDUCED("Price reduced after the sale"),
    /** The invoice was wrong. */
    MISTAKE("The invoice was wrong");

    private final String title;

    CreditReason(String title) {
        this.title = title;
    }

    /** The words on the document. */
    public String title() {
        return title;
    }
}
