package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.order.Happening;
import java.util.Arrays;

/** What happens to the parcels of an order. */
enum ParcelHappening implements Happening {
    /** A label was bought for the first parcel. */
    LABEL_MADE("Label made"),
    /** Another label was bought; kept with the code of the {@link NewLabelReason}. */
    NEW_LABEL_MADE("New label made"),
    /** A label must not be used any more; kept with why, and what to do. */
    LABEL_VOID("Label void"),
    /** Somebody has seen to it that a void label is called off and destroyed. */
    VOID_LABEL_SEEN_TO("Void label seen to"),
    /** The courier has called a void booking off. */
    BOOKING_CALLED_OFF("Booking called off"),
    /** The courier could not call it off: a person has to. */
    CALL_OFF_BY_HAND("Call off by hand"),
    /** A label was bought although the channel could not say whether the order is still wanted. */
    BOOKED_WITHOUT_ASKING_CHANNEL("Booked without asking the channel"),
    /** The courier has given the tracking number. */
    TRACKING_NUMBER_CAME("Tracking number came"),
    /** A person has typed the tracking number. */
    TRACKING_NUMBER_TYPED("Tracking number typed"),
    /** The channel knows that the parcel has left. */
    CHANNEL_TOLD("Channel told");

    private final String title;

    ParcelHappening(String title) {
        this.title = title;
    }

    @Override
    public String words(String detail) {
        return Happening.words(title, this == NEW_LABEL_MADE ? reason(detail) : detail);
    }

    private static String reason(String code) {
        return Arrays.stream(NewLabelReason.values())
                .filter(reason -> reason.name().equals(code))
                .map(NewLabelReason::title)
                .findFirst()
                .orElse(Happening.plain(code));
    }
}
