package app.counterfoil.hub.channel;

import app.counterfoil.hub.measure.Refusal;

/** The channel counts everything in a parcel as sent already, in another one. */
public final class SentOtherwise extends Refusal {

    /** A parcel that the named channel has nothing to add for. */
    public SentOtherwise(String channel) {
        super(
                channel + " counts all pieces of this order as sent in another parcel.",
                "It cannot be told of this parcel too: write its tracking number to the buyer.");
    }
}
