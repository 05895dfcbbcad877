package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.Refusal;

/** Something of a VAT return cannot be done as asked. */
public final class CannotSubmit extends Refusal {

    CannotSubmit(String wrong, String mend) {
        super(wrong, mend);
    }
}
