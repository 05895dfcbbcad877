package app.counterfoil.hub.marketing;

/** What words shown to people are for. Stored by its name. */
public enum WordingKind {
    /** What people agree to. */
    CONSENT("What people agree to"),
    /** By what buyers of the shop's own site could refuse when they gave their address (PECR reg. 22(3)(c)). */
    REFUSAL_OFFER("How buyers could refuse");

    private final String title;

    WordingKind(String title) {
        this.title = title;
    }

    /** What it is, as people read it. */
    public String title() {
        return title;
    }
}
