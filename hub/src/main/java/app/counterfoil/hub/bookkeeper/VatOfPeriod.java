package app.counterfoil.hub.bookkeeper;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.vatreturn.Box;
import app.counterfoil.hub.vatreturn.NineBoxes;
import app.counterfoil.hub.vatreturn.VatPeriod;

/**
 * The VAT of a period.
 *
 * @param period the period
 * @param boxes its figures
 * @param declared whether they are frozen; else they are as documents stand now
 */
public record VatOfPeriod(VatPeriod period, NineBoxes boxes, boolean declared) {

    /** What is owed on what was sold, in pence. */
    public long owed() {
        return boxes.pence(Box.THREE);
    }

    /** What is reclaimed on what was bought, in pence. */
    public long reclaimed() {
        return boxes.pence(Box.FOUR);
    }

    /** What is owed, as people read it. */
    public String owedShown() {
        return Money.pence(owed()).shown();
    }

    /** What is reclaimed, as people read it. */
    public String reclaimedShown() {
        return Money.pence(reclaimed()).shown();
    }
}
