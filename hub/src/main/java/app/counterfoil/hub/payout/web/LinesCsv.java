package app.counterfoil.hub.payout.web;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.payout.Difference;
import app.counterfoil.hub.payout.LookNote;
import app.counterfoil.hub.payout.Settlements;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a settlement, and differences, as CSV (RFC 4180). */
final class LinesCsv {

    private LinesCsv() {}

    static String heading() {
        return line(List.of("Line", "Row of the file", "Day", "Kind", "Name", "Order number", "Amount", "Currency"));
    }

    static String row(Settlements.Numbered numbered) {
        var line = numbered.line();
        return line(List.of(
                String.valueOf(numbered.number()),
                String.valueOf(line.row()),
                line.day().toString(),
                line.kind().title(),
                line.name(),
                line.orderNumber(),
                line.amount().decimal(),
                line.amount().currency().getCurrencyCode()));
    }

    static String headingOfDifferences() {
        return line(List.of(
                "Order number",
                "Difference",
                "Settled",
                "Expected",
                "More settled",
                "Currency",
                "Looked at",
                "What to do"));
    }

    static String row(Difference difference) {
        return line(List.of(
                difference.number(),
                difference.kind().title(),
                difference.settled().decimal(),
                difference.expected().map(Money::decimal).orElse(""),
                difference.gap().map(Money::decimal).orElse(""),
                difference.settled().currency().getCurrencyCode(),
                difference.looked().map(LookNote::title).orElse(""),
                difference.kind().mend()));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(LinesCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A name of the channel that begins like a formula reckons nothing in a spreadsheet; an amount below nought is one. */
    private static String cell(String value) {
        var isFormula =
                !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 && !value.matches("-\\d+(\\.\\d+)?");
        var safe = isFormula ? "'" + value : value;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
