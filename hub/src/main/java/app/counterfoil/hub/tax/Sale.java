package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import java.util.List;

/**
 * What one buyer paid for, in prices that include VAT, with the channel's word on the sum.
 *
 * @param lines what was sold, at least one
 * @param extras what was charged or taken off beside it
 * @param paid what the channel says was paid, which is the truth
 */
public record Sale(List<SaleLine> lines, List<Extra> extras, Money paid) {

    /** @throws NotASale if there is no line, what was paid is negative, or an extra goes with a line that is not there */
    public Sale {
        lines = List.copyOf(lines);
        extras = List.copyOf(extras);
        if (lines.isEmpty()) {
            throw new NotASale("it has no line");
        }
        if (paid.minor() < 0) {
            throw new NotASale("what was paid is negative");
        }
        for (var extra : extras) {
            if (extra.line().isPresent()
                    && (extra.line().getAsInt() < 0 || extra.line().getAsInt() >= lines.size())) {
                throw new NotASale("\"" + extra.what() + "\" goes with a line that is not there");
            }
        }
    }

    /**
     * The sums that stand on the document.
     *
     * @throws PaidDiffers if the channel's sum is so far from its parts that no document can be made of them
     */
    public Reckoning reckon() {
        return Reckoning.of(this);
    }

    /** What lines and extras come to. */
    Money added() {
        var sum = Money.zero(paid.currency());
        for (var line : lines) {
            sum = sum.plus(line.value());
        }
        for (var extra : extras) {
            sum = sum.plus(extra.amount());
        }
        return sum;
    }
}
