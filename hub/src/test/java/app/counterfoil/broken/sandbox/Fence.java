package app.counterfoil.broken.sandbox;

import app.counterfoil.hub.measure.Money;

/** A piece of the outside world that knows the hub. */
public final class Fence {
    Object seen() {
        return Money.pence(1);
    }
}
