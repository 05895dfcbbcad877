package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import java.util.Optional;

/**
 * What is sold, as far as VAT cares.
 *
 * @param vatClass how the law rates it in the United Kingdom
 * @param mark what is special about it, if anything
 * @param ofThatMark what all goods of that mark on the order come to in sterling, VAT and all; empty if there is no mark, or
 *     no exchange rate is known
 * @param rateThere the rate of the state of destination, where the seller has said one; else the standard rate is taken for
 *     what has the standard rate here, and for nothing else
 */
public record Goods(
        VatClass vatClass, Optional<GoodsMark> mark, Optional<Money> ofThatMark, Optional<VatRate> rateThere) {

    /** Goods of which no more is said than their class. */
    public static Goods of(VatClass vatClass) {
        return new Goods(vatClass, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether it is sold under the margin scheme. */
    boolean secondHand() {
        return is(GoodsMark.SECOND_HAND);
    }

    /** Whether excise duty is on it. */
    boolean excise() {
        return is(GoodsMark.EXCISE);
    }

    /** Whether a registered customer accounts for the VAT of a larger sale of it. */
    boolean underReverseCharge() {
        return is(GoodsMark.REVERSE_CHARGE);
    }

    private boolean is(GoodsMark one) {
        return mark.filter(one::equals).isPresent();
    }
}
