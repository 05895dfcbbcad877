package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import java.util.OptionalInt;

/**
 * Something charged or taken off beside the goods, VAT included: delivery, wrapping, a discount on the whole order. It
 * is no supply of its own and takes the rate of what it goes with (Notice 700/24 §1.3; Notice 700 §8.1).
 *
 * @param what what it is, in the words of the document
 * @param line the line it goes with, counted from nought; empty if with all, which then share it by value
 * @param amount negative if it is taken off
 */
public record Extra(String what, OptionalInt line, Money amount) {

    /** What the channel's own total adds to or takes off its parts without a name. */
    public static final String ADJUSTMENT = "Adjustment by the channel";

    /** What the channel's rounding of each part leaves over. */
    public static final String ROUNDING = "Rounding by the channel";

    /** Something that goes with all lines. */
    public static Extra ofAll(String what, Money amount) {
        return new Extra(what, OptionalInt.empty(), amount);
    }

    /** Something that goes with one line. */
    public static Extra of(String what, int line, Money amount) {
        return new Extra(what, OptionalInt.of(line), amount);
    }
}
