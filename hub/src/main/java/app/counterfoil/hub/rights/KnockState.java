package app.counterfoil.hub.rights;

/** Where something stands that a stranger has asked for. Stored by its name. */
enum KnockState {
    /** It came; nobody has looked yet whether the address is on an order. */
    CAME,
    /** A code was sent to the address, which is on an order. */
    SENT,
    /** The address is on no order, or has been sent enough codes. The stranger is not told. */
    UNANSWERED,
    /** The code was repeated: a request has come of it. */
    PROVEN,
    /** The code was repeated: a copy that had been made was fetched by it. */
    FETCHED
}
