package app.counterfoil.hub.rights;

/** Why a recipient is not told (Art 19). Stored by its name. */
public enum NoticeLeftOut {
    /** They hold it no longer. */
    HOLDS_NOTHING("It holds nothing of it any more"),
    /** The channel has told us itself. */
    KNOWS_ALREADY("It knows already: it has passed the request on"),
    /** It cannot be done, or would be out of all proportion. */
    IMPOSSIBLE("It is impossible, or out of all proportion (Art 19)");

    private final String title;

    NoticeLeftOut(String title) {
        this.title = title;
    }

    /** The reason as people read it. */
    public String title() {
        return title;
    }
}
