package app.counterfoil.hub.marketing;

/** Where somebody stands in the audience of a newsletter service. Stored by its name. */
public enum MemberState {
    /** The service is to be told. */
    DUE("To be handed over"),
    /** The service has them, and writes to them. */
    THERE("In the audience"),
    /** The service has asked them to confirm it once more, since they had left there before. */
    ASKED_THERE("Asked by the service to come back"),
    /** The use of their data is restricted: the service keeps them aside. */
    PAUSED("Kept aside: use restricted"),
    /** The service does not take them. */
    REFUSED("Not taken"),
    /** Their consent has ended. */
    GONE("Gone");

    private final String title;

    MemberState(String title) {
        this.title = title;
    }

    /** The state as people read it. */
    public String title() {
        return title;
    }
}
