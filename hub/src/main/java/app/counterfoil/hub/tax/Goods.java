package app.counterfoil.hub.tax;

import java.util.Optional;

/**
 * What is sold, as far as VAT cares.
 *
 * @param vatClass how the law rates it in the United Kingdom
 * @param secondHand whether it is sold under the margin scheme
 * @param excise whether excise duty is on it, such as on alcohol and tobacco
 * @param rateThere the rate of the state of destination, where the seller has said one; else the standard rate is taken for
 *     what has the standard rate here, and for nothing else
 */
public record Goods(VatClass vatClass, boolean secondHand, boolean excise, Optional<VatRate> rateThere) {

    /** Goods of which no more is said than their class. */
    public static Goods of(VatClass vatClass) {
        return new Goods(vatClass, false, false, Optional.empty());
    }
}
