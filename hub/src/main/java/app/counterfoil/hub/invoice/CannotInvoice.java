package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.Refusal;

/** An invoice that was not issued, so that no number was used. */
public final class CannotInvoice extends Refusal {
    CannotInvoice(String wrong, String mend) {
        super(wrong, mend);
    }
}
