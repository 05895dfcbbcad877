package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A parcel, without anything personal.
 *
 * @param id the shipment
 * @param order the order it carries
 * @param labelNo counts the labels of the order
 * @param account the courier account
 * @param state where it stands
 * @param serviceCode the courier's service code
 * @param weight the weight
 * @param madeBecause {@code FIRST} or a {@link NewLabelReason}
 * @param reference our reference at the courier
 * @param courierOrderId the courier's number, or empty
 * @param tracked whether its service gives a tracking number
 * @param trackingNumber the tracking number, or empty
 * @param trackingTyped whether a person has typed the tracking number
 * @param trackingExpected whether the courier is still asked for one
 * @param labelEndsOn first day on which its label cannot be printed again; empty if there is no label
 * @param printedAt when it was last printed
 * @param dispatchedAt when it left
 * @param channelState whether the channel knows
 * @param wrong what went wrong last, or empty
 * @param mend what to do about it, or empty
 */
public record Shipment(
        UUID id,
        OrderId order,
        int labelNo,
        UUID account,
        ShipmentState state,
        String serviceCode,
        Weight weight,
        String madeBecause,
        String reference,
        String courierOrderId,
        boolean tracked,
        String trackingNumber,
        boolean trackingTyped,
        boolean trackingExpected,
        Optional<LocalDate> labelEndsOn,
        Optional<Instant> printedAt,
        Optional<Instant> dispatchedAt,
        ChannelState channelState,
        String wrong,
        String mend) {

    /** Why the first label of an order was made. */
    static final String FIRST = "FIRST";

    /** Whether it was the first of its order. */
    boolean isFirst() {
        return madeBecause.equals(FIRST);
    }

    /** Whether the channel knows that the parcel has left. */
    public enum ChannelState {
        /** It has not left. */
        NOT_YET("", "circle"),
        /** It is to be told, and will be by itself. */
        WAITING("Channel not told yet", "clock"),
        /** It knows. */
        TOLD("Channel told", "check"),
        /** It could not be told; a person has to look. */
        STOPPED("Channel could not be told", "alert");

        private final String title;
        private final String icon;

        ChannelState(String title, String icon) {
            this.title = title;
            this.icon = icon;
        }

        /** The state as people read it. */
        public String title() {
            return title;
        }

        /** The sign shown beside the words. */
        public String icon() {
            return icon;
        }
    }

    /** Whether its label can be printed on that day. */
    public boolean printsOn(LocalDate day) {
        return labelEndsOn.filter(day::isBefore).isPresent();
    }

    /** Whether a person can say its tracking number: the courier has given none, and the channel does not know one. */
    public boolean takesTyping() {
        var sent = waitsForHandOver() || state == ShipmentState.DISPATCHED;
        return sent && channelState != ChannelState.TOLD && (trackingNumber.isBlank() || trackingTyped);
    }

    /** Whether something was bought that has not left yet. */
    public boolean waitsForHandOver() {
        return state == ShipmentState.BOOKED || state == ShipmentState.PRINT_AT_COURIER;
    }
}
