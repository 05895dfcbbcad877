package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.Refusal;

/** There is no such order with this seller; the same words whether it is nobody's or somebody else's. */
public final class NoSuchOrder extends Refusal {

    /** Nothing of the order asked for is told. */
    public NoSuchOrder() {
        super("There is no such order.", "Search for its number, or look through the list.");
    }
}
