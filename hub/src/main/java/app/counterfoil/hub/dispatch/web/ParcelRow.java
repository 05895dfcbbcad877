package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.ShipmentState;
import app.counterfoil.hub.order.OrderFacts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order and its latest parcel as the page shows them.
 *
 * @param order the order
 * @param shipment its latest parcel, if there is one
 * @param today the day it is shown
 */
public record ParcelRow(OrderFacts order, @Nullable Shipment shipment, LocalDate today) {

    static boolean isToBook(@Nullable Shipment latest) {
        return latest == null || latest.state() == ShipmentState.REFUSED;
    }

    /** Whether its label can be printed. */
    public boolean prints() {
        return shipment != null && shipment.state() != ShipmentState.REPLACED && shipment.printsOn(today);
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

    /** Where it goes, without an address. */
    public String place() {
        return order.territory().equals("XI") ? "Northern Ireland" : order.territory();
    }
}
