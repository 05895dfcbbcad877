package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a return counts: a part of a document, and what it adds to the boxes.
 *
 * @param source the issued document or the purchase
 * @param part which part of it: a treatment and rate, or what has become of it
 * @param kind what it is
 * @param taxPoint the day that decides the period
 * @param document the number of the document
 * @param detail what it is in words
 * @param late whether that day lies in a period that was submitted before
 * @param turnover what it adds to the turnover of the flat rate, pence with VAT
 * @param amounts what it adds to the boxes
 */
public record Entry(
        UUID source,
        String part,
        EntryKind kind,
        LocalDate taxPoint,
        String document,
        String detail,
        boolean late,
        long turnover,
        Amounts amounts) {

    /** By what it is known, so that nothing is counted twice. */
    public record Key(UUID source, String part) {}

    /** By what it is known. */
    public Key key() {
        return new Key(source, part);
    }

    Entry with(Amounts other) {
        return new Entry(source, part, kind, taxPoint, document, detail, late, turnover, other);
    }

    Entry lateIf(boolean isLate) {
        return new Entry(source, part, kind, taxPoint, document, detail, isLate, turnover, amounts);
    }

    /** What it adds to the VAT that is paid, below nought where it comes back. */
    public String net() {
        return shown(Box.FIVE);
    }

    /** What it adds to a box, as people read it. */
    public String shown(Box box) {
        return Money.pence(amounts.of(box)).shown();
    }
}
