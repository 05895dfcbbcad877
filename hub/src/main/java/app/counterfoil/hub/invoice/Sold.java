package app.counterfoil.hub.invoice;

/** What a line of an invoice is for, as books tell it apart. */
public enum Sold {
    /** What was ordered. */
    GOODS,
    /** What was charged for bringing it. */
    DELIVERY,
    /** What else was charged, or taken off. */
    OTHER
}
