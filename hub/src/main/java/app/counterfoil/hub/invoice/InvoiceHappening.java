package app.counterfoil.hub.invoice;

import app.counterfoil.hub.order.Happening;

/** What happens to the invoice of an order. */
enum InvoiceHappening implements Happening {
    /** It was issued; kept with its number. */
    INVOICE_ISSUED("Invoice issued"),
    /** It could not be issued by itself; kept with what was wrong. */
    INVOICE_NOT_ISSUED("Invoice not issued"),
    /** A full one was issued in place of the short one; kept with both numbers. */
    INVOICE_REPLACED("Invoice replaced"),
    /** Part of it, or all, was credited; kept with both numbers and why. */
    CREDIT_NOTE_ISSUED("Credit note issued"),
    /** A person has decided where the goods were delivered; kept with the place. */
    PLACE_DECIDED("Place decided"),
    /** Somebody has looked up whether the customer's VAT number is registered. */
    NUMBER_LOOKED_UP("VAT number looked up");

    private final String title;

    InvoiceHappening(String title) {
        this.title = title;
    }

    @Override
    public String words(String detail) {
        return Happening.words(title, detail);
    }
}
