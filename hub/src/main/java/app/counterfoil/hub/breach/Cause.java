package app.counterfoil.hub.breach;

/** How a breach came about. Stored by its name. */
public enum Cause {
    /** Somebody else used the sign-in of one of the seller's people. */
    SIGN_IN_MISUSED("Somebody's sign-in was misused"),
    /** A key or token of an account outside became known. */
    TOKEN_LEAKED("A token or key leaked"),
    /** A computer or phone is gone. */
    DEVICE_LOST("A device was lost or stolen"),
    /** A backup is gone, or was copied. */
    BACKUP_LOST("A backup was lost or copied"),
    /** Something went to somebody it was not meant for. */
    WRONG_RECIPIENT("Sent to the wrong recipient"),
    /** Somebody who had received the data has had a breach. */
    RECIPIENTS_BREACH("A recipient had a breach of its own"),
    /** Something else. */
    OTHER("Something else");

    private final String title;

    Cause(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }
}
