package app.counterfoil.vault;

/**
 * The bytes of a record are as they were sealed, but its kind cannot read them. Carries no cause: what a parser says
 * quotes the value it stumbled over.
 */
public final class ContentUnreadable extends RuntimeException {

    /** The name of the kind. */
    public ContentUnreadable(String kind) {
        super("A record cannot be read as " + kind + ".");
    }
}
