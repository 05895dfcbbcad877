package app.counterfoil.hub.rights;

/** How a request came in. Stored by its name. */
public enum Door {
    /** Somebody of the shop has written it down: from a letter, an e-mail, a call. */
    STAFF("Taken in by the shop"),
    /** The requester, on the shop's public page. */
    PUBLIC_PAGE("On the public page"),
    /** Somebody of the shop for themselves, while they were signed in. */
    SIGNED_IN("On their own page"),
    /** Another program of the seller's. */
    API("By another program"),
    /** The channel that the person has bought on has passed it on. */
    CHANNEL("Passed on by the channel");

    private final String title;

    Door(String title) {
        this.title = title;
    }

    /** The door as people read it. */
    public String title() {
        return title;
    }
}
