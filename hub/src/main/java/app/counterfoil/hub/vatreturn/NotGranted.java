package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.Refusal;

/** Nobody has let us act at the tax office, or what was granted has ended there. */
public final class NotGranted extends Refusal {

    /** @param office the name of the tax office */
    public NotGranted(String office) {
        super(
                "Nobody has signed in at " + office + " for this, or what was granted there has ended.",
                "Choose “Sign in at " + office + "” under VAT return. It lasts for 18 months.");
    }
}
