package app.counterfoil.hub.order;

/** Why an order is not sent yet. Each reason is lifted by exactly one; an order is ready when none is left. */
public enum HoldReason {
    /** The buyer has not paid. */
    AWAITING_PAYMENT(Lifter.CHANNEL, "The buyer has not paid yet."),
    /** The channel has not told where it goes. */
    ADDRESS_NEEDED(Lifter.CHANNEL, "The channel has not told the address yet."),
    /** The buyer has asked the channel to call it off. */
    CANCEL_REQUESTED(Lifter.PERSON, "The buyer has asked to cancel."),
    /** Somebody of the shop wants to look at it first. */
    HELD_BY_PERSON(Lifter.PERSON, "Somebody of the shop has put it on hold.");

    /** Who takes a hold away. */
    public enum Lifter {
        /** What the channel says next. */
        CHANNEL,
        /** Somebody of the shop, on the order's page. */
        PERSON
    }

    private final Lifter lifter;
    private final String words;

    HoldReason(Lifter lifter, String words) {
        this.lifter = lifter;
        this.words = words;
    }

    /** The one who lifts it. */
    public Lifter lifter() {
        return lifter;
    }

    /** The reason as people read it. */
    public String words() {
        return words;
    }
}
