package app.counterfoil.hub.vatreturn;

/** What a return counts. Stored by its name. */
public enum EntryKind {
    /** A supply by its invoice. */
    SALE("Sale"),
    /** What was given back of a supply. */
    CREDIT("Credit note"),
    /** Goods that left at nought per cent, of which the evidence was not held in time. */
    EVIDENCE_LATE("Export without evidence"),
    /** Evidence that came later. */
    EVIDENCE_CAME("Evidence of an export"),
    /** Something bought, or VAT that stands on no document here. */
    PURCHASE("Purchase");

    private final String title;

    EntryKind(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Whether its source is a document that was issued here. */
    public boolean isIssued() {
        return this != PURCHASE;
    }
}
