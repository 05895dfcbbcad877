package app.counterfoil.hub.rights;

/** Where a request stands. Stored by its name. */
public enum RequestState {
    /** It is being dealt with. */
    OPEN("Open", "circle"),
    /** Carried out but for what an order under way still needs; it finishes by itself. */
    WAITING("Finishes by itself", "clock"),
    /** Done. */
    DONE("Done", "check"),
    /** Refused, and the requester told why and where to complain. */
    REFUSED("Refused", "x"),
    /** The requester has taken it back. */
    WITHDRAWN("Taken back", "return");

    private final String title;
    private final String icon;

    RequestState(String title, String icon) {
        this.title = title;
        this.icon = icon;
    }

    /** The state as people read it. */
    public String title() {
        return title;
    }

    /** The sign shown beside the words. */
    public String icon() {
        return icon;
    }

    /** Whether nothing is left to do. */
    public boolean isClosed() {
        return switch (this) {
            case OPEN, WAITING -> false;
            case DONE, REFUSED, WITHDRAWN -> true;
        };
    }
}
