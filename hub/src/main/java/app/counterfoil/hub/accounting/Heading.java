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
    /** What a channel has paid out, until it stands on a statement of the bank. */
    PAYOUTS(JournalPlace.PAYOUTS),
    /** What a channel keeps for now. */
    HELD_BACK(JournalPlace.HELD_BACK),
    /** Tax that a channel has taken off what it pays out, and pays on. */
    WITHHELD_TAX(JournalPlace.WITHHELD_TAX),
    /** Commissions. */
    SELLING_FEES(JournalPlace.SELLING_FEES),
    /** Storage, sending, postage bought. */
    FULFILMENT_FEES(JournalPlace.FULFILMENT_FEES),
    /** Advertising. */
    ADVERTISING(JournalPlace.ADVERTISING),
    /** Subscriptions and the like. */
    OTHER_FEES(JournalPlace.OTHER_FEES),
    /** What a channel has made good. */
    REIMBURSED(JournalPlace.REIMBURSED),
    /** What is not known, until somebody has said what it is. */
    SUSPENSE(JournalPlace.SUSPENSE),
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
    private final Optional<JournalPlace> place;

    Heading(JournalPlace place) {
        this.title = place.title();
        this.liability = false;
        this.sold = Optional.empty();
        this.treatment = Optional.empty();
        this.basisPoints = 0;
        this.place = Optional.of(place);
    }

    Heading(String title, boolean liability) {
        this.title = title;
        this.sold = Optional.empty();
        this.treatment = Optional.empty();
        this.basisPoints = 0;
        this.liability = liability;
        this.place = Optional.empty();
    }

    Heading(String title, Sold sold) {
        this.title = title;
        this.liability = false;
        this.sold = Optional.of(sold);
        this.treatment = Optional.empty();
        this.basisPoints = 0;
        this.place = Optional.empty();
    }

    Heading(String title, VatTreatment treatment, int basisPoints) {
        this.title = title;
        this.liability = false;
        this.sold = Optional.empty();
        this.treatment = Optional.of(treatment);
        this.basisPoints = basisPoints;
        this.place = Optional.empty();
    }

    /** Those of sales that have an account. */
    public static List<Heading> ofAccounts() {
        return Arrays.stream(values())
                .filter(each -> each.isAccount() && !each.isOfSettlements())
                .toList();
    }

    /** Those that settlements go to; who enters none needs no account for them. */
    public static List<Heading> ofSettlements() {
        return Arrays.stream(values()).filter(Heading::isOfSettlements).toList();
    }

    /** Where it goes that goes to that account of the journal, beside what customers owe. */
    static Heading of(JournalPlace place) {
        return ofSettlements().stream()
                .filter(each -> each.place.equals(Optional.of(place)))
                .findFirst()
                .orElseThrow();
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
        return sold.isPresent() || liability || isOfSettlements();
    }

    /** Whether its account is for what is owed, and not for income; such a one is not needed by everybody. */
    public boolean isLiability() {
        return liability;
    }

    /** Whether it is for settlements of channels. */
    public boolean isOfSettlements() {
        return place.isPresent();
    }

    /** The rate of VAT that its code has to have. */
    public VatRate rate() {
        return new VatRate(basisPoints);
    }
}
