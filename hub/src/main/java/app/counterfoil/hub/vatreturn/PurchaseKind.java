package app.counterfoil.hub.vatreturn;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What something bought is to VAT, or VAT that stands on no document here. Stored by its name. */
public enum PurchaseKind {
    /** Its VAT is reclaimed. */
    BOUGHT("Goods or services bought here"),
    /** The same; in the Flat Rate Scheme the only VAT that is reclaimed, from £2,000 with VAT on (Notice 733). */
    CAPITAL("Capital goods"),
    /** VAT paid at the border, with a certificate C79. */
    IMPORT("Import, VAT paid at the border"),
    /** VAT due and reclaimed in the same return (postponed VAT accounting). */
    IMPORT_POSTPONED("Import, VAT postponed to this return"),
    /** Goods from the European Union to Northern Ireland: VAT due in box 2, and reclaimed. */
    ACQUISITION("Goods from the EU to Northern Ireland"),
    /** Services from abroad: the customer accounts for the VAT, as if it had supplied them itself. */
    SERVICE_FROM_ABROAD("Services from abroad (reverse charge)"),
    /** The domestic reverse charge: the customer accounts for the VAT. */
    REVERSE_CHARGE("Reverse charge within the United Kingdom"),
    /** VAT on sales that stands on no invoice here, such as on a margin. */
    TO_SALES("Adjustment of VAT on sales"),
    /** VAT on purchases that stands on no document of a supplier, such as bad debt relief. */
    TO_PURCHASES("Adjustment of VAT on purchases");

    private final String title;

    PurchaseKind(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Whether cash accounting counts it on the day it is paid; imports and reverse charges stay outside (Notice 731). */
    public boolean isCountedWhenPaid() {
        return this == BOUGHT || this == CAPITAL;
    }

    /** The kind that is written so, by its code or what people call it; empty if it is none. */
    static Optional<PurchaseKind> read(String written) {
        var told = written.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(told)
                        || kind.title.toLowerCase(Locale.ROOT).equals(told))
                .findFirst();
    }
}
