package app.counterfoil.hub.channel.ebay;

import app.counterfoil.hub.channel.TakenIn;

/** Lends tests the list of what is taken in from eBay. */
public final class EbayFields {

    private EbayFields() {}

    public static TakenIn taken() {
        return EbayOrder.FIELDS;
    }
}
