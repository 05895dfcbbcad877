package app.counterfoil.hub.vatreturn;

/** Where a return stands whose figures are frozen. Stored by its name. */
public enum ReturnState {
    /** A person has submitted these figures in another way. */
    ELSEWHERE("Submitted elsewhere", "DISPATCHED"),
    /** A person has declared it final, and it is on its way; whether it has arrived is not known yet. */
    DECLARED("On its way", "READY"),
    /** The tax office has taken it. */
    ACCEPTED("Submitted", "DISPATCHED"),
    /** The tax office has not taken it; it counts no more. */
    REFUSED("Refused", "ON_HOLD"),
    /** A person has said that it was not submitted after all; it counts no more. */
    WITHDRAWN("Taken back", "CANCELLED");

    private final String title;
    private final String look;

    ReturnState(String title, String look) {
        this.title = title;
        this.look = look;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** In which colour it is shown, by the name of a state of orders. */
    public String look() {
        return look;
    }

    /** Whether its figures count. */
    public boolean stands() {
        return this != REFUSED && this != WITHDRAWN;
    }
}
