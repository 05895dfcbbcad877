package app.counterfoil.hub.vatreturn.onestop;

/** How a rate is called where the goods went, as the return asks for it. Stored by its name. */
public enum RateKind {
    /** The standard rate of the state. */
    STANDARD("standard"),
    /** Any other. */
    REDUCED("reduced");

    private final String title;

    RateKind(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
