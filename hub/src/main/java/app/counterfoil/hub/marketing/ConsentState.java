package app.counterfoil.hub.marketing;

import app.counterfoil.hub.storage.ListedNames;

/** Where somebody's consent to marketing stands. Stored by its name. */
public enum ConsentState {
    /** They were sent a letter with a link and have not followed it yet. */
    AWAITING("Asked, not confirmed", "hourglass", false),
    /** They have confirmed it by the link: the one state in which they may be written to by others than us. */
    LIVE("Confirmed", "check", false),
    /** They have bought from this shop itself and did not refuse (PECR reg. 22(3)); that is no consent. */
    SOFT("Soft opt-in", "hand", false),
    /** They have withdrawn it. */
    WITHDRAWN("Withdrawn", "x", true),
    /** They have objected to marketing (Art 21(2)). */
    OBJECTED("Objected", "x", true),
    /** They did not confirm it in time. */
    LAPSED("Not confirmed in time", "clock", true),
    /** They have confirmed it anew, which stands in its place. */
    REPLACED("Confirmed anew", "refresh", true),
    /** They were forgotten at their own request. */
    ERASED("Erased", "x", true);

    /** Those in which an address is kept, as a statement lists them. */
    static final String KEPT = ListedNames.of(values(), state -> !state.over);

    private final String title;
    private final String icon;
    private final boolean over;

    ConsentState(String title, String icon, boolean over) {
        this.title = title;
        this.icon = icon;
        this.over = over;
    }

    /** The state as people read it. */
    public String title() {
        return title;
    }

    /** The name of its icon. */
    public String icon() {
        return icon;
    }

    /** Whether it is over: no address is kept, and nothing comes of it any more. */
    public boolean isOver() {
        return over;
    }
}
