package app.counterfoil.hub.breach;

/** What a step of the timeline tells. Stored by its name. */
public enum Act {
    /** It was written down. */
    OPENED("Written down"),
    /** It was counted whom it is about. */
    SCOPED("Counted whom it is about"),
    /** The texts, of which the regulator's form is made, were written. */
    WRITTEN("Wrote what the regulator's form says"),
    /** What the people are written was changed. */
    WORDED("Wrote the letter to the people"),
    /** People were written to. */
    TOLD("Wrote to the people"),
    /** A duty was decided on. */
    DECIDED("Decided"),
    /** Everything is decided. */
    CLOSED("Closed");

    private final String title;

    Act(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }
}
