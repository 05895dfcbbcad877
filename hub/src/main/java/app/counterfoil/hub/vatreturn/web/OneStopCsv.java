package app.counterfoil.hub.vatreturn.web;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.shell.Csv;
import app.counterfoil.hub.vatreturn.onestop.OneStopFigures;
import app.counterfoil.hub.vatreturn.onestop.TaxPeriod;

/** Returns of the One Stop Shops as files. */
final class OneStopCsv {

    private OneStopCsv() {}

    static String ofFigures(TaxPeriod period, OneStopFigures figures) {
        var start = period.start().toString();
        var text = new StringBuilder(
                Csv.row("What", "Period", "Dispatched from", "State", "Rate kind", "Rate", "Taxable EUR", "VAT EUR"));
        for (var line : figures.lines()) {
            var place = line.place();
            row(
                    text,
                    "Supplies",
                    start,
                    place.dispatch(),
                    place.state().code(),
                    place.kind().title(),
                    place.rate().shown(),
                    line.net().decimal(),
                    line.vat().decimal());
        }
        for (var each : figures.corrections()) {
            vatRow(
                    text,
                    "Correction",
                    each.period().start().toString(),
                    each.state().code(),
                    each.vat());
        }
        for (var balance : figures.balances()) {
            vatRow(text, "Balance", start, balance.state().code(), balance.owed());
        }
        vatRow(text, "To pay", start, "", figures.payable());
        return text.toString();
    }

    private static void vatRow(StringBuilder text, String what, String start, String state, Money vat) {
        row(text, what, start, "", state, "", "", "", vat.decimal());
    }

    static String ofDocuments(OneStopFigures figures) {
        var text = new StringBuilder(Csv.row(
                "Document",
                "What",
                "Supplied on",
                "Document of",
                "Period",
                "Correction",
                "Dispatched from",
                "State",
                "Rate kind",
                "Rate",
                "Currency",
                "Net",
                "VAT",
                "Net EUR",
                "VAT EUR"));
        for (var entry : figures.entries()) {
            var place = entry.line();
            row(
                    text,
                    entry.document(),
                    entry.what(),
                    entry.suppliedOn().toString(),
                    entry.day().toString(),
                    entry.period().start().toString(),
                    entry.correction() ? "correction" : "",
                    place.dispatch(),
                    place.state().code(),
                    place.kind().title(),
                    place.rate().shown(),
                    entry.net().currency().getCurrencyCode(),
                    entry.net().decimal(),
                    entry.vat().decimal(),
                    entry.euroNet().decimal(),
                    entry.euroVat().decimal());
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String... cells) {
        text.append(Csv.row(cells));
    }
}
