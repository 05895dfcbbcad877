package app.counterfoil.vault;

/** Somebody who was forgotten for a purpose was about to be stored again: nothing was stored. */
public final class SubjectForgotten extends VaultRefusal {

    /** The subject and the purpose that ended for it. */
    public SubjectForgotten(SubjectId subject, Purpose purpose) {
        super(
                "Subject " + subject + " was forgotten for " + purpose.title() + "; nothing was stored.",
                "Leave it so: a later download must not bring back what was erased.");
    }
}
