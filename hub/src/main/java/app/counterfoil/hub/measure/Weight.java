package app.counterfoil.hub.measure;

import java.util.Locale;

/**
 * A weight in whole grams.
 *
 * @param grams 1 to 1,000,000
 */
public record Weight(int grams) {

    /** @throws NotAWeight if it is not between 1 gram and a tonne */
    public Weight {
        if (grams < 1 || grams > 1_000_000) {
            throw new NotAWeight(grams);
        }
    }

    /** As people read it: {@code 850 g} or {@code 1.25 kg}. */
    public String shown() {
        return grams < 1000 ? grams + " g" : String.format(Locale.UK, "%.2f kg", grams / 1000.0);
    }
}
