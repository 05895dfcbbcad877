package app.counterfoil.vault.seal;

/** Bytes that were not sealed under these secrets for this place: altered, moved, or of another record. */
public final class NotSealedLikeThis extends RuntimeException {

    /** Names the check that failed; nothing of the bytes is told. */
    public NotSealedLikeThis(String check) {
        super("The stored bytes do not pass the check of their " + check + ".");
    }
}
