package app.counterfoil.hub.order;

import app.counterfoil.hub.storage.ListedNames;
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

    /** Those of an order that still has a way to go, as a statement lists them. */
    static final String OPEN_ONES = ListedNames.of(values(), OrderState::isOpen);
    /** Those of an order whose way has ended, as a statement lists them. */
    static final String CLOSED_ONES = ListedNames.of(values(), state -> !state.isOpen());

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

    /** Where an order stands that has not left and was not cancelled: what is in its way decides. */
    static OrderState of(Set<HoldReason> holds, boolean byChannel) {
        if (holds.stream().anyMatch(hold -> hold.lifter() == HoldReason.Lifter.PERSON)) {
            return ON_HOLD;
        }
        if (holds.contains(HoldReason.AWAITING_PAYMENT)) {
            return AWAITING_PAYMENT;
        }
        return holds.isEmpty() && !byChannel ? READY : OPEN;
    }

    /** The states an order may go to from here. */
    public Set<OrderState> next() {
        return switch (this) {
            case AWAITING_PAYMENT -> Set.of(OPEN, READY, CANCELLED, ON_HOLD, DISPATCHED);
            case OPEN -> Set.of(AWAITING_PAYMENT, READY, CANCELLED, ON_HOLD, DISPATCHED);
            case READY -> Set.of(AWAITING_PAYMENT, OPEN, DISPATCHED, CANCELLED, ON_HOLD);
            case ON_HOLD -> Set.of(AWAITING_PAYMENT, OPEN, READY, CANCELLED, DISPATCHED);
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
