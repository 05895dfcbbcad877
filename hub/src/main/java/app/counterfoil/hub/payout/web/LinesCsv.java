package app.counterfoil.hub.payout.web;

import app.counterfoil.hub.payout.Settlements;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a settlement as CSV (RFC 4180). */
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
