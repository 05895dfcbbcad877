package app.counterfoil.hub.seller;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The twelve months for which a seller draws up its accounts. Tax records are kept from their end on (VATA 1994 Sch. 11
 * para. 6(3); Notice 700/21 §2.4).
 *
 * @param lastDay the day on which each of them ends; 29 February is the last day of February
 */
public record AccountingYear(MonthDay lastDay) {

    /** On which the tax year of people ends, and the accounts of many who trade in their own name with it. */
    private static final MonthDay TAX_YEAR = MonthDay.of(4, 5);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    /** The years an owner can choose from: those that end with a month, and the one that ends with the tax year. */
    public static List<AccountingYear> offered() {
        var months = IntStream.rangeClosed(1, 12)
                .mapToObj(month ->
                        MonthDay.of(month, MonthDay.of(month, 1).getMonth().maxLength()));
        return Stream.concat(months, Stream.of(TAX_YEAR))
                .sorted()
                .map(AccountingYear::new)
                .toList();
    }

    /** The year that ends with this month. */
    public static AccountingYear endingWithMonthOf(LocalDate day) {
        return new AccountingYear(MonthDay.of(day.getMonth(), day.getMonth().maxLength()));
    }

    /** Reads {@link #code()}; empty if it is not one of those offered. */
    public static Optional<AccountingYear> of(String code) {
        try {
            return Optional.of(new AccountingYear(MonthDay.parse(code))).filter(offered()::contains);
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** How it is stored and sent, such as {@code --03-31}. */
    public String code() {
        return lastDay.toString();
    }

    /** Its last day as it is read, such as {@code 31 March}. */
    public String title() {
        return lastDay.getMonthValue() == 2 ? "The last day of February" : DAY.format(lastDay);
    }

    /** The last day of the year that this day is in. */
    public LocalDate endOf(LocalDate day) {
        var end = lastDay.atYear(day.getYear());
        return end.isBefore(day) ? lastDay.atYear(day.getYear() + 1) : end;
    }
}
