package app.counterfoil.hub.tax;

/** What becomes of the VAT on a supply. Stored by its name. */
public enum VatTreatment {
    /** The seller charges United Kingdom VAT at the rate of the product, which may be nought. */
    CHARGED("United Kingdom VAT", true),
    /** The supply is exempt: no VAT, and no rate either. */
    EXEMPT("Exempt", false),
    /** The goods leave the United Kingdom: nought per cent, once the evidence is on file. */
    EXPORTED("Export", false),
    /** The marketplace is the supplier in the eyes of the law and accounts for the VAT. */
    MARKETPLACE_ACCOUNTS("The marketplace accounts", false),
    /** The seller is not registered and may show no VAT. */
    NOT_REGISTERED("Not registered", false),
    /** VAT of the member state of destination, declared in the Union One Stop Shop. */
    ONE_STOP_SHOP("One Stop Shop", true),
    /** VAT of the member state of destination, declared in the Import One Stop Shop; the goods leave as an export. */
    IMPORT_ONE_STOP_SHOP("Import One Stop Shop", true),
    /** VAT of a member state where the seller is registered itself, declared there. */
    REGISTERED_THERE("Registered there", true),
    /** From Northern Ireland to a business in a member state: nought per cent, once the evidence is on file. */
    TO_EU_BUSINESS("To a business in the European Union", false),
    /** The customer accounts for the VAT. */
    REVERSE_CHARGE("The customer accounts", false),
    /** Second-hand goods: VAT on the margin alone, and none is shown. */
    MARGIN_SCHEME("Margin scheme", false),
    /** Not a supply in the United Kingdom. */
    OUTSIDE_SCOPE("Outside the scope", false);

    private final String title;
    private final boolean bearsVat;

    VatTreatment(String title, boolean bearsVat) {
        this.title = title;
        this.bearsVat = bearsVat;
    }

    /** The word for it. */
    public String title() {
        return title;
    }

    /** Whether the seller charges VAT on it, of whichever state, be it at nought. */
    public boolean bearsVat() {
        return bearsVat;
    }

    /** Whether the VAT is another state's, owed in a return of its own and not in the one of the United Kingdom. */
    public boolean isOfAnotherState() {
        return this == REGISTERED_THERE || isInOneStopShop();
    }

    /** Whether it is declared in a One Stop Shop, whose records live ten years (Directive 2006/112/EC Art 369k, 369x). */
    public boolean isInOneStopShop() {
        return this == ONE_STOP_SHOP || this == IMPORT_ONE_STOP_SHOP;
    }
}
