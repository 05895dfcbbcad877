package app.counterfoil.hub.dispatch;

import java.util.Optional;

/**
 * What the courier has booked.
 *
 * @param courierOrderId its number of it
 * @param trackingNumber the tracking number, or empty as long as the courier has given none
 * @param label the label, if it is here
 * @param labelFollows whether the label is still to come; without it and without a label, this account prints labels at
 *     the courier's own pages
 */
public record Booking(
        String courierOrderId, String trackingNumber, Optional<LabelDocument> label, boolean labelFollows) {

    ShipmentState state() {
        if (label.isPresent()) {
            return ShipmentState.BOOKED;
        }
        return labelFollows ? ShipmentState.LABEL_PENDING : ShipmentState.PRINT_AT_COURIER;
    }

    @Override
    public String toString() {
        return "Booking[" + courierOrderId + "]";
    }
}
