package app.counterfoil.hub.payout;

/** In what a settlement and the orders in it differ, and what is done about it. Stored by its name. */
public enum DifferenceKind {
    /** The hub has no order of that number in the account. */
    UNKNOWN_ORDER(
            "Not known here",
            "Download the orders of that time, or look whether the settlement was taken in for the right account."),
    /** What was settled is not what the order comes to. */
    AMOUNT(
            "Another amount",
            "Compare the order at the channel. Where a part was sent later, the rest comes in a later settlement."),
    /** The order was called off and is settled all the same. */
    CANCELLED("Settled, though called off", "Look at the order at the channel: pay it back there, or send it."),
    /** More was paid back than credit notes say. */
    REFUND_WITHOUT_CREDIT("Paid back without a credit note", "Issue a credit note on the page of the order."),
    /** The order is in another currency, so nothing is compared. */
    OTHER_CURRENCY("In another currency", "The channel has converted it. Compare it with the rate of that day."),
    /** The order was sent long enough ago and stands in no settlement. */
    NOT_SETTLED(
            "Sent, and in no settlement",
            "Take in the settlements that are missing. If none is, ask the channel where the money is.");

    private final String title;
    private final String mend;

    DifferenceKind(String title, String mend) {
        this.title = title;
        this.mend = mend;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** What is done about it. */
    public String mend() {
        return mend;
    }
}
