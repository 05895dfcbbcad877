package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Refusal;

/** Figures that no sale can have. */
final class NotASale extends Refusal {

    NotASale(String fault) {
        super(
                "The figures of the sale cannot be: " + fault + ".",
                "Check the order in the channel and fetch it again.");
    }
}
