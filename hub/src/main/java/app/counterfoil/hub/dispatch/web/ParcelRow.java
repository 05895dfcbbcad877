package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order and its latest parcel as the page shows them.
 *
 * @param order the order
 * @param shipment its latest parcel, if there is one
 * @param today the day it is shown
 */
record ParcelRow(OrderFacts order, @Nullable Shipment shipment, LocalDate today) {

    /** Whether its order is on hold or cancelled, so that it must stay. */
    public boolean stays() {
        return order.state() == OrderState.ON_HOLD || order.state() == OrderState.CANCELLED;
    }

    /** Whether its label can be printed. */
    public boolean prints() {
        return shipment != null && !stays() && !shipment.state().isVoid() && shipment.printsOn(today);
    }

    /** What went wrong last, or empty. */
    public String wrong() {
        return shipment == null ? "" : shipment.wrong();
    }

    /** What to do about it, or empty. */
    public String mend() {
        return shipment == null ? "" : shipment.mend();
    }

    /** What is in it, in a few words. */
    public String contents() {
        var first = order.lines().isEmpty() ? "" : order.lines().get(0).title();
        return order.lines().size() > 1 ? first + " and " + (order.lines().size() - 1) + " more" : first;
    }

    /** The code of where it goes, without an address. */
    public String territory() {
        return order.territory().code();
    }
}
