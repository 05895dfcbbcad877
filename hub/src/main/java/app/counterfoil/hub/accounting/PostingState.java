package app.counterfoil.hub.accounting;

/** Where a posting stands. Stored by its name. */
public enum PostingState {
    /** It is to be entered, or it is not known whether it was; it is tried by itself. */
    DUE("Being entered", "OPEN"),
    /** It stands in the books. */
    ENTERED("In the books", "DISPATCHED"),
    /** It stands in the books with another sum than was sent. */
    DIFFERS("Differs there", "bad"),
    /** It does not stand in the books, and is not tried again until a person asks for it. */
    REFUSED("Not in the books", "bad");

    private final String title;
    private final String look;

    PostingState(String title, String look) {
        this.title = title;
        this.look = look;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** The look of its badge. */
    public String look() {
        return look;
    }
}
