package app.counterfoil.hub.payout.web;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.payout.Difference;
import app.counterfoil.hub.payout.LookNote;
import app.counterfoil.hub.payout.Settlements;
import app.counterfoil.hub.shell.Csv;

/** Lines of a settlement, and differences, as CSV (RFC 4180). */
final class LinesCsv {

    private LinesCsv() {}

    static String heading() {
        return Csv.row("Line", "Row of the file", "Day", "Kind", "Name", "Order number", "Amount", "Currency");
    }

    static String row(Settlements.Numbered numbered) {
        var line = numbered.line();
        return Csv.row(
                String.valueOf(numbered.number()),
                String.valueOf(line.row()),
                line.day().toString(),
                line.kind().title(),
                line.name(),
                line.orderNumber(),
                line.amount().decimal(),
                line.amount().currency().getCurrencyCode());
    }

    static String headingOfDifferences() {
        return Csv.row(
                "Order number",
                "Difference",
                "Settled",
                "Expected",
                "More settled",
                "Currency",
                "Looked at",
                "What to do");
    }

    static String row(Difference difference) {
        return Csv.row(
                difference.number(),
                difference.kind().title(),
                difference.settled().decimal(),
                difference.expected().map(Money::decimal).orElse(""),
                difference.gap().map(Money::decimal).orElse(""),
                difference.settled().currency().getCurrencyCode(),
                difference.looked().map(LookNote::title).orElse(""),
                difference.kind().mend());
    }
}
