package app.counterfoil.hub.payout;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import java.time.LocalDate;
import java.util.Map;

/** A row of a settlement file, of which no more was read than the columns that were asked for. */
public final class FileRow {

    private final int number;
    private final Map<String, String> cells;

    FileRow(int number, Map<String, String> cells) {
        this.number = number;
        this.cells = cells;
    }

    /** Its number in the file, the first row being 1. */
    public int number() {
        return number;
    }

    /** Whether nothing stands in any of its columns. */
    boolean isEmpty() {
        return cells.values().stream().allMatch(String::isEmpty);
    }

    /** What stands in a column, or empty. */
    public String text(String column) {
        return cells.getOrDefault(column, "");
    }

    /** Whether something stands in a column. */
    public boolean has(String column) {
        return !text(column).isEmpty();
    }

    /**
     * An amount, with a comma or a point before its last digits.
     *
     * @throws Unreadable if it is none
     */
    public Money amount(String column, String currency) {
        try {
            return Money.of(
                    AmountText.decimal(text(column))
                            .orElseThrow(() -> unreadable(column, "this is no amount", "It is written as 1234.56.")),
                    currency);
        } catch (Unreadable told) {
            throw told;
        } catch (Refusal none) {
            throw unreadable(column, "this is no amount of the currency", "It is written as 1234.56, in its currency.");
        }
    }

    /**
     * A day, or the day of a time.
     *
     * @throws Unreadable if it is none
     */
    public LocalDate day(String column) {
        return DayText.day(text(column))
                .orElseThrow(() -> unreadable(column, "this is no day", "It is written as 2026-03-31 or 31/03/2026."));
    }

    /**
     * The code of a currency.
     *
     * @throws Unreadable if it is none
     */
    public String currency(String column) {
        try {
            return Money.of("0", text(column)).currency().getCurrencyCode();
        } catch (Refusal none) {
            throw unreadable(column, "this is no currency", "It is a code of three letters such as GBP.");
        }
    }

    /**
     * The number of an order or a settlement: letters, dashes and at least one digit, so that no name passes for one.
     *
     * @throws Unreadable if it is none
     */
    public String code(String column) {
        var written = text(column);
        if (!written.matches("(?=.*[0-9])[0-9A-Za-z!-]{1,60}")) {
            throw unreadable(column, "this is no number", "It has digits, letters and dashes, and no blanks.");
        }
        return written;
    }

    /** A cell of this row cannot be read, as it is told. */
    public Unreadable unreadable(String column, String wrong, String mend) {
        return new Unreadable(new NotASettlement.BadCell(number, column, wrong, mend));
    }

    /** A cell cannot be read. */
    public static final class Unreadable extends RuntimeException {

        private final transient NotASettlement.BadCell cell;

        Unreadable(NotASettlement.BadCell cell) {
            super("Row " + cell.row() + ", " + cell.column() + ": " + cell.wrong());
            this.cell = cell;
        }

        NotASettlement.BadCell cell() {
            return cell;
        }
    }

    @Override
    public String toString() {
        return "FileRow[" + number + "]";
    }
}
