package app.counterfoil.hub.review;

/** What came of a review. Stored by its name. */
public enum Outcome {
    /** Nothing has to change. */
    FITS("It fits as it is"),
    /** It was changed on the way. */
    CHANGED("It was changed"),
    /** Something is left to do. */
    TO_CHANGE("Something has to change");

    private final String title;

    Outcome(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }
}
