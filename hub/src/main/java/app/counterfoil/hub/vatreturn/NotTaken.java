package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.Refusal;

/** The tax office has answered that it does not do what was asked: nothing was taken. */
public final class NotTaken extends Refusal {

    private final boolean duplicate;

    private NotTaken(String wrong, String mend, boolean duplicate) {
        super(wrong, mend);
        this.duplicate = duplicate;
    }

    /** It is refused, and says why. */
    public static NotTaken of(String wrong, String mend) {
        return new NotTaken(wrong, mend, false);
    }

    /** A return for this period stands there already. */
    public static NotTaken standsAlready() {
        return new NotTaken(
                "A return for this period was submitted before.",
                "Look at your VAT account for which figures it has. A mistake in it goes into the next return.",
                true);
    }

    /** Whether it is not taken because a return for the period stands there. */
    public boolean isDuplicate() {
        return duplicate;
    }
}
