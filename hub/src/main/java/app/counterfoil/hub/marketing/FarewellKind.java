package app.counterfoil.hub.marketing;

/** What a newsletter service is to do for somebody who wants no more. Stored by its name. */
enum FarewellKind {
    /** Write to them no more. */
    STOP,
    /** Keep them aside, and use nothing of them. */
    KEEP_ASIDE,
    /** Delete them for good. */
    DELETE
}
