package app.counterfoil.vault.store;

import app.counterfoil.vault.SubjectId;

/**
 * What has become of a record whose row is there.
 *
 * @param subject whom it is about
 * @param state whether it still opens
 */
public record Fate(SubjectId subject, State state) {

    /** Whether a record still opens for those who may open it, and if not, why. */
    public enum State {
        /** It opens. */
        READABLE,
        /** Its day has come. */
        ENDED,
        /** Whoever it is about was forgotten. */
        FORGOTTEN
    }
}
