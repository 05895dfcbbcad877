package app.counterfoil.hub.tax;

/** How the seller reckons what is paid over. None of them changes what an invoice shows. */
public enum VatScheme {
    /** VAT is owed by the date of the invoice or supply. */
    STANDARD("Standard accounting"),
    /** VAT is owed once the customer has paid (Notice 731). */
    CASH("Cash accounting scheme"),
    /** A percentage of the turnover with VAT in it is owed, by trade (Notice 733). */
    FLAT_RATE("Flat Rate Scheme");

    private final String title;

    VatScheme(String title) {
        this.title = title;
    }

    /** The word for it. */
    public String title() {
        return title;
    }
}
