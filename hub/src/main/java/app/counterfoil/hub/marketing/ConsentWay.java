package app.counterfoil.hub.marketing;

/** How something happened to somebody's consent. Stored by its name. */
public enum ConsentWay {
    /** The person, on the shop's sign-up page. */
    SIGN_UP_PAGE("on the sign-up page"),
    /** The person, by the link in a letter. */
    LETTER_LINK("by the link in a letter"),
    /** Somebody of the shop has written it down. */
    STAFF("written down by the shop"),
    /** The newsletter service has told of it at once. */
    SERVICE_TOLD("told by the newsletter service"),
    /** It stood in the newsletter service's list when that was looked through. */
    SERVICE_LIST("found in the list of the newsletter service"),
    /** The person, by a request about their data. */
    RIGHTS_REQUEST("by a request about their data"),
    /** The hub, by a rule. */
    BY_ITSELF("by itself");

    private final String title;

    ConsentWay(String title) {
        this.title = title;
    }

    /** The way as it goes on after what happened. */
    public String title() {
        return title;
    }
}
