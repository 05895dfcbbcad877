package app.counterfoil.hub.channel.amazon;

import app.counterfoil.hub.channel.TakenIn;

/** Lends tests the list of what is taken in from Amazon. */
public final class AmazonFields {

    private AmazonFields() {}

    public static TakenIn taken() {
        return AmazonOrder.FIELDS;
    }
}
