package app.counterfoil.hub.privacy;

/** How a promise stands today. */
public enum Standing {
    /** Its tests are there, and what was looked at is as it should be. */
    KEPT("Kept"),
    /** Something in the running system is not as it should be. */
    TO_LOOK_AT("To look at"),
    /** Something that would keep it is not there yet. */
    NOT_YET("Not yet");

    private final String title;

    Standing(String title) {
        this.title = title;
    }

    /** In words. */
    public String title() {
        return title;
    }
}
