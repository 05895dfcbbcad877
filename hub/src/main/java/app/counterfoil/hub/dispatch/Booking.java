package app.counterfoil.hub.dispatch;

import java.util.Optional;

/**
 * What the courier has booked.
 *
 * @param courierOrderId its number of it
 * @param trackingNumber the tracking number, or empty
 * @param label the label; empty if this account prints labels at the courier's own pages
 */
public record Booking(String courierOrderId, String trackingNumber, Optional<LabelDocument> label) {

    @Override
    public String toString() {
        return "Booking[" + courierOrderId + "]";
    }
}
