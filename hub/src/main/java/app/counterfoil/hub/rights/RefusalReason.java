package app.counterfoil.hub.rights;

/** Why a request may be refused. Stored by its name. */
public enum RefusalReason {
    /** Art 12(5)(b): manifestly unfounded or excessive. */
    UNFOUNDED_OR_EXCESSIVE("It is manifestly unfounded or excessive (Art 12(5))"),
    /** Art 12(2): the person cannot be identified. */
    NOT_IDENTIFIED("We could not make sure who has asked (Art 12(2))"),
    /** Nothing is held on them, or no more. */
    NOTHING_HELD("Nothing is held on them, or no more"),
    /** Art 17(3), 18(2), 21(1): law or a claim needs it. */
    NEEDED_BY_LAW("Law or an open claim needs what it is about (Art 17(3), 21(1))"),
    /** Art 15(4): it would tell of others. */
    OTHERS_RIGHTS("It would tell of others (Art 15(4))");

    private final String title;

    RefusalReason(String title) {
        this.title = title;
    }

    /** The reason as people read it. */
    public String title() {
        return title;
    }
}
