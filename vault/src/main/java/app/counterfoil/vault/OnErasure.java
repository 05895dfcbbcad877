package app.counterfoil.vault;

/** What a person's request for erasure (Art 17) does to data held for a purpose. */
public enum OnErasure {
    /** It is destroyed when the request is carried out. */
    ENDS_AT_ONCE,
    /** It is destroyed at once if the order is dispatched or cancelled, otherwise when the order closes. */
    ENDS_WHEN_ORDER_CLOSES,
    /** A law or a claim asks for it (Art 17(3)); it ends on its own day. */
    KEPT_BY_LAW
}
