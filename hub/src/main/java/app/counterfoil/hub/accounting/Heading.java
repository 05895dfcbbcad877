package app.counterfoil.hub.accounting;

import app.counterfoil.hub.invoice.Sold;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A part of sales that has a place of its own in the books: what it is for has an account there, how it is taxed a VAT code.
 * Stored by its name.
 */
public enum Heading {
    /** What was ordered. */
    SALES("Goods sold", Sold.GOODS),
    /** What was charged for delivery. */
    DELIVERY("Delivery charged", Sold.DELIVERY),
    /** What else was charged, or taken off. */
    OTHER("Discounts, and what else was charged", Sold.OTHER),
    /** What is owed to other states, in returns of their own; those who sell nothing there need no account for it. */
    VAT_ABROAD("VAT of other member states, owed there", true),
    /** Taxed at 20 %. */
    VAT_STANDARD("VAT at 20%", VatTreatment.CHARGED, 20_00),
    /** Taxed at 5 %. */
    VAT_REDUCED("VAT at 5%", VatTreatment.CHARGED, 5_00),
    /** Taxed at nought. */
    VAT_ZERO("Zero-rated", VatTreatment.CHARGED, 0),
    /** Exempt. */
    VAT_EXEMPT("Exempt", VatTreatment.EXEMPT, 0),
    /** Sent out of the country. */
    VAT_EXPORT("Exports, and what the customer accounts for", VatTreatment.EXPORTED, 0),
    /** Taxed by the marketplace, and still a supply of the shop at nought (VATA 1994 s. 5A). */
    VAT_MARKETPLACE("Marketplace accounts for the VAT", VatTreatment.MARKETPLACE_ACCOUNTS, 0),
    /** Without VAT of the United Kingdom: not registered, second-hand goods, what never was here. */
    VAT_NONE("Without VAT here: not registered, margin scheme, taxed in another state", VatTreatment.NOT_REGISTERED, 0);

    private final String title;
    private final Optional<Sold> sold;
    private final Optional<VatTreatment> treatment;
    private final int basisPoints;
    private final boolean liability;

    Heading(String title, boolean liability) {
        this.title = title;
        this.sold = Optional.empty();
        this.treatment = Optional.empty();
        this.basisPoints = 0;
        this.liability = liability;
    }

    Heading(String title, Sold sold) {
        this.title = title;
        this.liability = false;
        this.sold = Optional.of(sold);
        this.treatment = Optional.empty();
        this.basisPoints = 0;
    }

    Heading(String title, VatTreatment treatment, int basisPoints) {
        this.title = title;
        this.liability = false;
        this.sold = Optional.empty();
        this.treatment = Optional.of(treatment);
        this.basisPoints = basisPoints;
    }

    /** Those that have an account. */
    public static List<Heading> ofAccounts() {
        return Arrays.stream(values()).filter(Heading::isAccount).toList();
    }

    /** Those that have a VAT code. */
    public static List<Heading> ofVat() {
        return Arrays.stream(values()).filter(each -> !each.isAccount()).toList();
    }

    /** Where it goes that is for that. */
    static Heading of(Sold sold) {
        return ofAccounts().stream()
                .filter(each -> each.sold.equals(Optional.of(sold)))
                .findFirst()
                .orElseThrow();
    }

    /** Where it goes that is taxed so; empty for a rate that is not known here. */
    static Optional<Heading> of(VatTreatment treatment, VatRate rate) {
        var like = like(treatment);
        return ofVat().stream()
                .filter(each -> each.treatment.equals(Optional.of(like)))
                .filter(each -> treatment != VatTreatment.CHARGED || each.rate().equals(rate))
                .findFirst();
    }

    /** A book that knows no more than VAT codes tells these alike: at nought, or without VAT. */
    private static VatTreatment like(VatTreatment treatment) {
        return switch (treatment) {
            case TO_EU_BUSINESS, REVERSE_CHARGE -> VatTreatment.EXPORTED;
            case MARGIN_SCHEME, OUTSIDE_SCOPE, ONE_STOP_SHOP, IMPORT_ONE_STOP_SHOP, REGISTERED_THERE ->
                VatTreatment.NOT_REGISTERED;
            case CHARGED, EXEMPT, EXPORTED, MARKETPLACE_ACCOUNTS, NOT_REGISTERED -> treatment;
        };
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** Whether it has an account; else it has a VAT code. */
    public boolean isAccount() {
        return sold.isPresent() || liability;
    }

    /** Whether its account is for what is owed, and not for income; such a one is not needed by everybody. */
    public boolean isLiability() {
        return liability;
    }

    /** The rate of VAT that its code has to have. */
    public VatRate rate() {
        return new VatRate(basisPoints);
    }
}
