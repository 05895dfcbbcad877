package app.counterfoil.sandbox.change;

/** What can become of an order after it was made. */
public enum Change {
    /** The address is corrected. */
    ADDRESS_EDITED,
    /** One unit less of a line. */
    QUANTITY_EDITED,
    /** A line of several is called off. */
    LINE_CANCELLED,
    /** The buyer asks to call the order off; nothing else happens to it. */
    CANCEL_REQUESTED,
    /** The order is called off. */
    CANCELLED,
    /** The payment arrives. */
    PAID,
    /** A part of the money goes back. */
    PARTLY_REFUNDED,
    /** One unit of several is sent. */
    PARTLY_SENT,
    /** Only the time of the last change moves. */
    TOUCHED
}
