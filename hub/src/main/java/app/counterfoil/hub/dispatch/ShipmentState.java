package app.counterfoil.hub.dispatch;

/** Where a shipment stands. */
public enum ShipmentState {
    /** The courier was asked; its answer is not known. */
    BOOKING("Asking the courier"),
    /** Bought, and the label is here. */
    BOOKED("Label made"),
    /** Bought; the label is printed at the courier's own pages. */
    PRINT_AT_COURIER("Print it in Click & Drop"),
    /** Not bought. */
    REFUSED("Not booked"),
    /** Handed over. */
    DISPATCHED("Dispatched"),
    /** A newer label stands for it. */
    REPLACED("Replaced");

    private final String title;

    ShipmentState(String title) {
        this.title = title;
    }

    /** The state as people read it. */
    public String title() {
        return title;
    }
}
