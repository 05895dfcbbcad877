package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * The figures of a VAT return as they are declared.
 *
 * @param pence the nine of them in pence; boxes 6 to 9 are whole pounds
 */
public record NineBoxes(List<Long> pence) {

    /** Copies the list. */
    public NineBoxes {
        if (pence.size() != Box.values().length) {
            throw new IllegalArgumentException("A return has nine boxes.");
        }
        pence = List.copyOf(pence);
    }

    /** The figures of exact sums: box 5 without its sign, and the pence left out of boxes 6 to 9 (Notice 700/12). */
    public static NineBoxes of(Amounts exact) {
        return new NineBoxes(Arrays.stream(Box.values())
                .map(box -> {
                    var sum = exact.of(box);
                    return box == Box.FIVE ? Math.abs(sum) : box.isWholePounds() ? sum / 100 * 100 : sum;
                })
                .toList());
    }

    /** A figure in pence. */
    public long pence(Box box) {
        return pence.get(box.number() - 1);
    }

    /** Whether VAT comes back instead of being paid. */
    public boolean isRepayment() {
        return pence(Box.THREE) < pence(Box.FOUR);
    }

    /** A figure as people read it; whole pounds without pence. */
    public String shown(Box box) {
        var shown = Money.pence(pence(box)).shown();
        return box.isWholePounds() ? shown.substring(0, shown.length() - 3) : shown;
    }

    /** What is paid or comes back, as people say it. */
    public String net() {
        return shown(Box.FIVE) + (isRepayment() ? " to reclaim" : " to pay");
    }

    /** What a box is called; of box 5 which of both it is. */
    public String title(Box box) {
        return box != Box.FIVE ? box.title() : isRepayment() ? "Net VAT to reclaim" : "Net VAT to pay";
    }

    /** A figure as the VAT API takes it: with two decimals, or in whole pounds. */
    public BigDecimal decimal(Box box) {
        return box.isWholePounds() ? BigDecimal.valueOf(pence(box) / 100) : BigDecimal.valueOf(pence(box), 2);
    }
}
