package app.counterfoil.hub.shell;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows of a file as CSV (RFC 4180). What begins like a formula reckons nothing in a spreadsheet program; an amount below nought
 * stays one.
 */
public final class Csv {

    private static final String END = "\r\n";
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";
    private static final Pattern AMOUNT = Pattern.compile("-\\d+(\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("[^\",\r\n]*");

    private Csv() {}

    /** One row with its end; a cell stands in quotation marks only where it needs them. */
    public static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + END;
    }

    /** The same. */
    public static String row(String... cells) {
        return row(List.of(cells));
    }

    private static String cell(String value) {
        var safe = guarded(value);
        return PLAIN.matcher(safe).matches() ? safe : quoted(safe);
    }

    /** A cell in quotation marks, whatever is in it. */
    public static String inQuotes(String value) {
        return quoted(guarded(value));
    }

    private static String quoted(String safe) {
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** A cell that reckons nothing. */
    private static String guarded(String value) {
        var isFormula = !value.isEmpty()
                && BEGINS_A_FORMULA.indexOf(value.charAt(0)) >= 0
                && !AMOUNT.matcher(value).matches();
        return isFormula ? "'" + value : value;
    }
}
