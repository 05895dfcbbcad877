package app.counterfoil.hub.order;

import java.util.Set;

/** Where an order stands, and where it may go from there. */
public enum OrderState {
    /** The buyer has not paid; nothing is sent. */
    AWAITING_PAYMENT("Awaiting payment", "clock"),
    /** Paid, but something is missing or the channel sends it itself. */
    OPEN("Open", "circle"),
    /** Can be packed and sent. */
    READY("Ready", "package"),
    /** On its way. */
    DISPATCHED("Dispatched", "truck"),
    /** Called off. */
    CANCELLED("Cancelled", "x"),
    /** Came back. */
    RETURNED("Returned", "return"),
    /** Somebody has to decide. */
    ON_HOLD("On hold", "hand");

    private final String title;
    private final String icon;

    OrderState(String title, String icon) {
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

    /** The states an order may go to from here. */
    public Set<OrderState> next() {
        return switch (this) {
            case AWAITING_PAYMENT -> Set.of(OPEN, READY, CANCELLED, ON_HOLD, DISPATCHED);
            case OPEN -> Set.of(READY, CANCELLED, ON_HOLD, DISPATCHED);
            case READY -> Set.of(OPEN, DISPATCHED, CANCELLED, ON_HOLD);
            case ON_HOLD -> Set.of(OPEN, READY, CANCELLED, DISPATCHED);
            case DISPATCHED -> Set.of(RETURNED);
            case CANCELLED, RETURNED -> Set.of();
        };
    }

    /** Whether the order still has a way to go, so that its personal data is needed. */
    public boolean isOpen() {
        return switch (this) {
            case AWAITING_PAYMENT, OPEN, READY, ON_HOLD -> true;
            case DISPATCHED, CANCELLED, RETURNED -> false;
        };
    }
}
