package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.Refusal;

/** A parcel the courier does not take; nothing was bought. */
public final class CannotBook extends Refusal {

    /** Neither sentence may hold a personal value. */
    public CannotBook(String wrong, String mend) {
        super(wrong, mend);
    }
}
