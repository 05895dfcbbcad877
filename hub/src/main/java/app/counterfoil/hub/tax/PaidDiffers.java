package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;

/** The lines come to another sum than the channel says was paid, by more than rounding explains. */
public final class PaidDiffers extends Refusal {

    PaidDiffers(Money added, Money paid) {
        super(
                "The lines come to " + added.shown() + ", but the channel says " + paid.shown() + " was paid.",
                "Check discounts and shipping of the order in the channel and fetch it again.");
    }
}
