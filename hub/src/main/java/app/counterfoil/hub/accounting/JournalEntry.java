package app.counterfoil.hub.accounting;

import app.counterfoil.hub.measure.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Something in double entry that is entered as one.
 *
 * @param source what it is made of
 * @param number the number it has
 * @param day its day
 * @param text what it is, naming nobody and no order
 * @param currency the currency of its sums
 * @param lines its lines; their debits come to what their credits come to
 */
public record JournalEntry(
        UUID source, String number, LocalDate day, String text, Currency currency, List<Line> lines) {

    /** @throws IllegalArgumentException if it does not balance */
    public JournalEntry {
        lines = List.copyOf(lines);
        if (!sum(currency, lines, Line::debit).equals(sum(currency, lines, Line::credit))) {
            throw new IllegalArgumentException("An entry of a journal balances.");
        }
    }

    /**
     * A sum at one place.
     *
     * @param place the account
     * @param debit what is debited, nought on the other side
     * @param credit what is credited
     */
    public record Line(JournalPlace place, Money debit, Money credit) {

        /** A line that credits an amount, or debits one below nought. */
        public static Line credit(JournalPlace place, Money amount) {
            var none = Money.zero(amount.currency());
            return amount.minor() < 0 ? new Line(place, amount.negated(), none) : new Line(place, none, amount);
        }

        /** A line that debits an amount, or credits one below nought. */
        public static Line debit(JournalPlace place, Money amount) {
            return credit(place, amount.negated());
        }
    }

    private static Money sum(Currency currency, List<Line> lines, Function<Line, Money> side) {
        return lines.stream().map(side).reduce(Money.zero(currency), Money::plus);
    }
}
