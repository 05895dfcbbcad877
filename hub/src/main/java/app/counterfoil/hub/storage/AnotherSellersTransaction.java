package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.Refusal;

/** Work for one seller was about to run in a transaction of another, or of none. */
final class AnotherSellersTransaction extends Refusal {

    AnotherSellersTransaction() {
        super(
                "This work belongs to another seller than the running transaction.",
                "Tell us about it: nothing was read or changed.");
    }
}
