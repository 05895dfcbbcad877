package app.counterfoil.hub.accounting;

import app.counterfoil.hub.invoice.IssuedSales;
import app.counterfoil.hub.invoice.IssuedSales.Sale;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.shell.Csv;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What was sold and credited in a month as files, for books that are kept without a service. They name nobody and no order; of
 * the same month the same is made each time, as long as nothing was issued in it.
 */
@Component
public class SalesFiles {

    private static final List<String> OF_DOCUMENTS = List.of(
            "Document id",
            "Number",
            "Kind",
            "Credits",
            "Day",
            "For",
            "Treatment",
            "VAT rate",
            "Net",
            "VAT",
            "Gross",
            "Currency",
            "VAT of the document in GBP");
    private static final List<String> OF_JOURNAL =
            List.of("Document id", "Entry", "Day", "Account", "Account name", "Debit", "Credit", "Currency", "Text");

    private final IssuedSales issued;
    private final AccountCodes codes;
    private final ObjectProvider<AddsToJournal> more;

    SalesFiles(IssuedSales issued, AccountCodes codes, ObjectProvider<AddsToJournal> more) {
        this.issued = issued;
        this.codes = codes;
        this.more = more;
    }

    /**
     * The documents of a month as CSV (RFC 4180): a row for each thing, treatment and rate. The VAT in pounds is told once for
     * each document, in its first row, and where it tells none it is empty.
     */
    public String documents(SellerId seller, YearMonth month) {
        var sterling =
                issued.vatInSterling(seller, month.atDay(1), month.plusMonths(1).atDay(1));
        var rows = new ArrayList<List<String>>();
        for (var sale : sales(seller, month)) {
            var first = true;
            for (var share : sale.shares()) {
                var pounds = sterling.get(sale.invoice());
                rows.add(List.of(
                        sale.invoice().toString(),
                        sale.number(),
                        kind(sale),
                        sale.credits().orElse(""),
                        sale.issuedOn().toString(),
                        Heading.of(share.sold()).title(),
                        share.treatment().title(),
                        share.rate().shown(),
                        share.net().decimal(),
                        share.vat().decimal(),
                        Journal.gross(share).decimal(),
                        sale.currency().getCurrencyCode(),
                        first && pounds != null ? pounds.decimal() : ""));
                first = false;
            }
        }
        return csv(OF_DOCUMENTS, rows);
    }

    /**
     * The same in double entry, and what else belongs into the books of that month: of each lines whose debits come to what their
     * credits come to.
     */
    public String journal(SellerId seller, YearMonth month) {
        var accounts = codes.of(seller);
        var rows = new ArrayList<List<String>>();
        sales(seller, month).stream().map(SalesFiles::entry).forEach(entry -> rows.addAll(rows(entry, accounts)));
        more.orderedStream()
                .flatMap(each -> each.of(seller, month).stream())
                .forEach(entry -> rows.addAll(rows(entry, accounts)));
        return csv(OF_JOURNAL, rows);
    }

    private static JournalEntry entry(Sale sale) {
        return new JournalEntry(
                sale.invoice(),
                sale.number(),
                sale.issuedOn(),
                kind(sale) + " " + sale.number(),
                sale.currency(),
                Journal.of(sale));
    }

    private static List<List<String>> rows(JournalEntry entry, Map<JournalPlace, String> accounts) {
        return entry.lines().stream()
                .map(line -> List.of(
                        entry.source().toString(),
                        entry.number(),
                        entry.day().toString(),
                        accounts.getOrDefault(line.place(), line.place().proposal()),
                        line.place().title(),
                        side(line.debit()),
                        side(line.credit()),
                        entry.currency().getCurrencyCode(),
                        entry.text()))
                .toList();
    }

    private List<Sale> sales(SellerId seller, YearMonth month) {
        return issued.issued(seller, month.atDay(1), month.plusMonths(1).atDay(1));
    }

    private static String kind(Sale sale) {
        return sale.isCredit() ? "Credit note" : "Invoice";
    }

    private static String side(Money amount) {
        return amount.isZero() ? "" : amount.decimal();
    }

    private static String csv(List<String> headings, List<List<String>> rows) {
        var text = new StringBuilder(Csv.row(headings));
        rows.forEach(row -> text.append(Csv.row(row)));
        return text.toString();
    }
}
