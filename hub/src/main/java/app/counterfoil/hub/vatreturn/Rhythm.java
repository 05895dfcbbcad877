package app.counterfoil.hub.vatreturn;

/** How long the VAT periods of a seller are. Stored by its name. */
public enum Rhythm {
    /** Every month. */
    MONTHLY("Every month", 1),
    /** Every three months, whichever months they are. */
    QUARTERLY("Every three months", 3),
    /** Every year (annual accounting). */
    YEARLY("Every year", 12);

    private final String title;
    private final int months;

    Rhythm(String title, int months) {
        this.title = title;
        this.months = months;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    int months() {
        return months;
    }
}
