package app.counterfoil.hub.measure;

/** A number of grams that no parcel weighs. */
final class NotAWeight extends Refusal {

    NotAWeight(int grams) {
        super(grams + " g is not a weight a parcel can have.", "Give whole grams from 1 to 1,000,000.");
    }
}
