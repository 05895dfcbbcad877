package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.storage.ListedNames;
import java.util.Set;

/** Where a shipment stands. */
public enum ShipmentState {
    /** The courier was asked; its answer is not known. */
    BOOKING("Asking the courier"),
    /** Bought; its label could not be had yet and is asked for again. */
    LABEL_PENDING("Booked, label to come"),
    /** Bought, and the label is here. */
    BOOKED("Label made"),
    /** Bought; the label is printed at the courier's own pages. */
    PRINT_AT_COURIER("Print it at the courier"),
    /** Not bought. */
    REFUSED("Not booked"),
    /** Handed over. */
    DISPATCHED("Dispatched"),
    /** Void: the booking is to be called off at the courier, by itself. */
    TO_CALL_OFF("Void, being called off"),
    /** Void, but the courier would not call it off or does not know it: a person has to look there. */
    CALL_OFF_BY_HAND("Void, call it off by hand"),
    /** Void, and called off at the courier. */
    CALLED_OFF("Void, called off");

    private static final Set<ShipmentState> VOID = Set.of(TO_CALL_OFF, CALL_OFF_BY_HAND, CALLED_OFF);
    private static final Set<ShipmentState> BOUGHT = Set.of(LABEL_PENDING, BOOKED, PRINT_AT_COURIER);

    /** Those of which the courier is asked what became of them, as a statement lists them. */
    static final String ASKED_ABOUT = ListedNames.of(values(), state -> state == BOOKING || state == LABEL_PENDING);
    /** Those of what is bought and has not left, as a statement lists them. */
    static final String BOUGHT_ONES = ListedNames.of(values(), ShipmentState::isBought);

    private final String title;

    ShipmentState(String title) {
        this.title = title;
    }

    /** The state as people read it. */
    public String title() {
        return title;
    }

    /** Whether its label must not be used: a void label found in the post is charged. */
    public boolean isVoid() {
        return VOID.contains(this);
    }

    /** Whether it is bought and has not left. */
    public boolean isBought() {
        return BOUGHT.contains(this);
    }
}
