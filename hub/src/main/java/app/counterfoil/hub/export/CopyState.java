package app.counterfoil.hub.export;

/** Where a copy stands. Stored by its name; that its day has come shows in its day. */
public enum CopyState {
    /** It is being put together. */
    MAKING("Being made"),
    /** It can be fetched until its end. */
    READY("Ready"),
    /** It was never finished: nothing of it was kept. */
    STOPPED("Not finished"),
    /** Somebody of the shop has withdrawn it. */
    WITHDRAWN("Withdrawn"),
    /** Somebody in it has had their data erased or its use restricted, so it was destroyed. */
    DESTROYED("Destroyed");

    private final String title;

    CopyState(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }
}
