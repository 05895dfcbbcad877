package app.counterfoil.hub.vatreturn.onestop;

import app.counterfoil.hub.measure.Refusal;

/** Something of a return of a One Stop Shop cannot be done as asked. */
final class CannotDeclare extends Refusal {

    CannotDeclare(String wrong, String mend) {
        super(wrong, mend);
    }
}
