package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.Money;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The nine boxes and the documents they are made of.
 *
 * @param boxes the figures
 * @param entries what they count, in the order of tax points
 */
public record Figures(NineBoxes boxes, List<Entry> entries) {

    /** Copies the list. */
    public Figures {
        entries = List.copyOf(entries);
    }

    static Figures of(List<Entry> entries) {
        return new Figures(NineBoxes.of(sum(entries)), entries);
    }

    static Amounts sum(List<Entry> entries) {
        return entries.stream().map(Entry::amounts).reduce(Amounts.NONE, Amounts::plus);
    }

    /** What a figure is made of. */
    public List<Entry> of(Box box) {
        return entries.stream().filter(entry -> isOf(box, entry.amounts())).toList();
    }

    /** What adds and takes away as much is told all the same. */
    private static boolean isOf(Box box, Amounts amounts) {
        return switch (box) {
            case THREE -> amounts.one() != 0 || amounts.two() != 0;
            case FIVE -> amounts.one() != 0 || amounts.two() != 0 || amounts.four() != 0;
            default -> amounts.of(box) != 0;
        };
    }

    /** The exact sum of what a figure is made of; of box 5 the difference, below nought where VAT comes back. */
    public Money exact(Box box) {
        return Money.pence(sum(entries).of(box));
    }

    /** The pence that are left out of a figure in whole pounds. */
    public Money leftOut(Box box) {
        return box.isWholePounds() ? exact(box).minus(Money.pence(boxes.pence(box))) : Money.pence(0);
    }

    /** What was left out of periods that are submitted. */
    public List<Entry> late() {
        return entries.stream().filter(Entry::late).toList();
    }

    /** The VAT of what was left out of earlier periods: more to pay, or below nought less. */
    public Money lateVat() {
        return Money.pence(sum(late()).of(Box.FIVE));
    }

    /**
     * Whether so much VAT was left out that it has to be told to the tax office apart: more than £10,000, and more than one in a
     * hundred of box 6 or than £50,000 (Notice 700/45).
     */
    public boolean isLateTooMuch() {
        var net = Math.abs(lateVat().minor());
        var hundredth = Math.abs(boxes.pence(Box.SIX)) / 100;
        return net > Math.max(10_000_00, Math.min(hundredth, 50_000_00));
    }

    /** By which a person who has seen these figures tells that they mean these. */
    public String seen() {
        return boxes.pence().stream().map(String::valueOf).collect(Collectors.joining(".")) + "." + entries.size();
    }
}
