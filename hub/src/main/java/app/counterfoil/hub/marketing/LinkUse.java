package app.counterfoil.hub.marketing;

/** What a link in a letter does. Stored by its name. */
enum LinkUse {
    /** Confirms the consent. */
    CONFIRM,
    /** Withdraws it. */
    WITHDRAW
}
