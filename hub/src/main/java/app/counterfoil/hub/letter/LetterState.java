package app.counterfoil.hub.letter;

import app.counterfoil.hub.storage.ListedNames;

/** Where a letter stands. Stored by its name. */
public enum LetterState {
    /** It is to be sent; that may be tried again after a while. */
    WAITING("Waiting to be sent", "clock"),
    /** The mail server has taken it. */
    SENT("Sent", "check"),
    /** It was not taken, and is not tried again by itself. */
    REFUSED("Not sent", "x"),
    /** It was taken and came back. */
    BOUNCED("Came back", "return");

    /** All of them, as a statement lists them. */
    static final String ALL = ListedNames.of(values(), state -> true);

    private final String title;
    private final String icon;

    LetterState(String title, String icon) {
        this.title = title;
        this.icon = icon;
    }

    /** The state as people read it. */
    public String title() {
        return title;
    }

    /** The name of its icon. */
    public String icon() {
        return icon;
    }
}
