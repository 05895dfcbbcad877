package app.counterfoil.hub.vatreturn.onestop;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads exchange rates as people type them, and as the European Central Bank gives them out. */
final class TypedEuroRates {

    private static final BigDecimal MOST = new BigDecimal("1000000");
    private static final int MOST_MONTHS = 120;

    /** As the bank writes days in its file of all rates, and in that of the day. */
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("d MMMM uuuu")
                    .toFormatter(Locale.ENGLISH));

    private TypedEuroRates() {}

    static EuroRate read(String currency, String month, String units) {
        return new EuroRate(currency(currency), month(month).atEndOfMonth(), units(units));
    }

    /**
     * The rates of the last days of months in a file of the bank: the first row names {@code Date} and the currencies,
     * each other row is a day with the units of each currency to one euro ({@code eurofxref-hist.csv}).
     *
     * @throws CannotDeclare if the first row does not name the day and one of the currencies
     */
    static List<EuroRate> ofFile(String file, Set<Currency> currencies, LocalDate today) {
        var lines = file.replace("\uFEFF", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        var heading = lines.isEmpty() ? List.<String>of() : cells(lines.get(0));
        var day = heading.indexOf("DATE");
        var columns = currencies.stream()
                .filter(currency -> heading.contains(currency.getCurrencyCode()))
                .toList();
        if (day < 0 || columns.isEmpty()) {
            throw new CannotDeclare(
                    "The first row does not name the column Date and a currency of your documents.",
                    "Paste the file of euro foreign exchange reference rates (CSV) as the European Central Bank gives it out,"
                            + " with its first row.");
        }
        var published = new HashMap<LocalDate, LocalDate>();
        for (var back = 1; back <= MOST_MONTHS; back++) {
            var end = YearMonth.from(today).minusMonths(back).atEndOfMonth();
            published.put(EcbPublication.forPeriodEnd(end), end);
        }
        var rates = new ArrayList<EuroRate>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = cells(line);
            var end = day < cells.size() ? published.get(dayOf(cells.get(day))) : null;
            if (end != null) {
                for (var currency : columns) {
                    var at = heading.indexOf(currency.getCurrencyCode());
                    if (at < cells.size()
                            && !cells.get(at).isEmpty()
                            && !cells.get(at).equals("N/A")) {
                        rates.add(new EuroRate(currency, end, units(cells.get(at))));
                    }
                }
            }
        }
        return rates;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("[,;]", -1))
                .map(cell -> cell.strip().replace("\"", "").toUpperCase(Locale.ROOT))
                .toList();
    }

    private static LocalDate dayOf(String written) {
        for (var format : DAYS) {
            try {
                return LocalDate.parse(written, format);
            } catch (DateTimeException other) {
                // The next format is tried.
            }
        }
        throw new CannotDeclare(
                "A row does not begin with a day.", "Paste the file as the European Central Bank gives it out.");
    }

    private static Currency currency(String typed) {
        try {
            var currency = Currency.getInstance(typed.strip().toUpperCase(Locale.ROOT));
            if (currency.getDefaultFractionDigits() >= 0 && !currency.equals(OneStopFigures.EURO)) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            // Told below.
        }
        throw new CannotDeclare(
                "Currency: this is none other than the euro.", "Write its three letters, such as GBP or SEK.");
    }

    private static YearMonth month(String typed) {
        try {
            var month = YearMonth.parse(typed.strip());
            if (!month.atEndOfMonth().isBefore(OneStopShop.BEGAN)) {
                return month;
            }
        } catch (DateTimeException unreadable) {
            // Told below.
        }
        throw new CannotDeclare(
                "Month: this is no month, or one before the One Stop Shops began.",
                "Write the last month of the tax period like 2026-03 for March 2026.");
    }

    private static BigDecimal units(String typed) {
        try {
            var number = typed.strip().length() > 20 ? BigDecimal.ZERO : new BigDecimal(typed.strip());
            if (number.signum() > 0 && number.compareTo(MOST) < 0 && number.scale() <= 8 && number.scale() >= 0) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            // Told below.
        }
        throw new CannotDeclare(
                "Units to one euro: this is no rate.",
                "Write how much of the currency is €1, such as 0.8654, with at most eight decimals.");
    }
}
