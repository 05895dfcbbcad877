package app.counterfoil.hub.rights;

/** What a channel passes on of its customers. Stored by its name. */
enum ChannelNoticeKind {
    /** eBay: somebody has closed their account there. */
    ACCOUNT_DELETION(RequestKind.ERASURE),
    /** Shopify: a customer wants to know what is held on them. */
    CUSTOMER_DATA(RequestKind.ACCESS),
    /** Shopify: a customer is to be erased. */
    CUSTOMER_REDACT(RequestKind.ERASURE),
    /** Shopify: the shop has removed the app; all its customers are to be erased. */
    SHOP_REDACT(RequestKind.ERASURE),
    /** WooCommerce: the shop's own site has erased a customer. */
    CUSTOMER_ERASURE(RequestKind.ERASURE);

    private final RequestKind request;

    ChannelNoticeKind(RequestKind request) {
        this.request = request;
    }

    /** What request it is. */
    RequestKind request() {
        return request;
    }
}
