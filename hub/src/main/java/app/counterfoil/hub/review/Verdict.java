package app.counterfoil.hub.review;

/** What is decided on somebody's access. Stored by its name. */
public enum Verdict {
    /** They need what their role opens. */
    KEEP("Keeps it"),
    /** They need something else than their role opens. */
    CHANGE_ROLE("Gets another role"),
    /** They need nothing here any more. */
    END("Access ends");

    private final String title;

    Verdict(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }
}
