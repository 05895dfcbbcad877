package app.counterfoil.hub.invoice.einvoice;

import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;

/** The categories of VAT that EN 16931 knows (UNCL 5305), as far as our documents have them. */
enum VatCategory {
    STANDARD("S"),
    ZERO("Z"),
    EXEMPT("E"),
    REVERSE_CHARGE("AE"),
    WITHIN_EU("K"),
    EXPORT("G");

    private final String code;

    VatCategory(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** Whether the buyer has to be known by a VAT number (BR-AE-02, BR-IC-02). */
    boolean asksForBuyersNumber() {
        return this == REVERSE_CHARGE || this == WITHIN_EU;
    }

    /** Whether the breakdown says why no VAT is charged; the first two must not (BR-S-10, BR-Z-10). */
    boolean givesReason() {
        return this != STANDARD && this != ZERO;
    }

    /**
     * The category of a line. Those that bear no VAT of the seller beside others that do are called exempt, with the reason:
     * "not subject to VAT" (O) must not stand beside any other, nor with the seller's VAT number (BR-O-02, BR-O-11).
     */
    static VatCategory of(VatTreatment treatment, VatRate rate) {
        return switch (treatment) {
            case CHARGED, ONE_STOP_SHOP, IMPORT_ONE_STOP_SHOP, REGISTERED_THERE ->
                rate.basisPoints() == 0 ? ZERO : STANDARD;
            case EXPORTED -> EXPORT;
            case TO_EU_BUSINESS -> WITHIN_EU;
            case REVERSE_CHARGE -> REVERSE_CHARGE;
            case EXEMPT, MARGIN_SCHEME, MARKETPLACE_ACCOUNTS, NOT_REGISTERED, OUTSIDE_SCOPE -> EXEMPT;
        };
    }

    /** Why a treatment bears no VAT (BT-120); empty where it needs no reason. */
    static String reason(VatTreatment treatment) {
        return switch (treatment) {
            case CHARGED, ONE_STOP_SHOP, IMPORT_ONE_STOP_SHOP, REGISTERED_THERE -> "";
            case EXPORTED -> "Export";
            case TO_EU_BUSINESS -> "Intra-Community supply";
            case REVERSE_CHARGE -> "Reverse charge";
            case EXEMPT -> "Exempt from VAT";
            // The words that the law asks for (SI 1995/2518 reg. 14(1)(n)).
            case MARGIN_SCHEME -> "Margin scheme: second-hand goods";
            case MARKETPLACE_ACCOUNTS -> "The marketplace accounts for the VAT";
            case NOT_REGISTERED -> "The seller is not registered for VAT";
            case OUTSIDE_SCOPE -> "Outside the scope of VAT";
        };
    }

    /** The code of that reason (BT-121, list VATEX), or empty. */
    static String reasonCode(VatTreatment treatment) {
        return switch (treatment) {
            case EXPORTED -> "VATEX-EU-G";
            case TO_EU_BUSINESS -> "VATEX-EU-IC";
            case REVERSE_CHARGE -> "VATEX-EU-AE";
            case MARGIN_SCHEME -> "VATEX-EU-F";
            default -> "";
        };
    }
}
