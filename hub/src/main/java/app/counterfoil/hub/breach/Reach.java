package app.counterfoil.hub.breach;

/** Whether somebody could be written to after a breach. Stored by its name. */
public enum Reach {
    /** A letter was written to their address. */
    WRITTEN("Written to"),
    /** The data with the address has ended by its day. */
    ENDED("Their data has ended"),
    /** They were forgotten at their own wish, or by an act of the shop. */
    FORGOTTEN("They were forgotten"),
    /** No e-mail address is kept of them to which a letter can go. */
    NOWHERE("No e-mail address is kept");

    private final String title;

    Reach(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }
}
