package app.counterfoil.hub.invoice;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks the books of invoices: numbers without a gap, sums that add up, and a customer and a paper where one is due. */
@Component
@Order(30)
class InvoiceBookCheck implements BookCheck {

    private static final String COUNT = "SELECT count(*) FROM invoice_invoice WHERE seller_id = :seller";
    private static final String SERIES = "SELECT count(*) FROM invoice_series WHERE seller_id = :seller";
    private static final String GAPS =
            """
            SELECT 'Series ' || series || ' goes from ' || COALESCE(issued.lowest, 0) || ' to ' || COALESCE(issued.highest, 0)
                   || ' in ' || COALESCE(issued.invoices, 0) || ' invoices, where its last number is '
                   || COALESCE(counter.last_number::text, 'not kept') || '.'
              FROM (SELECT series, last_number FROM invoice_series WHERE seller_id = :seller) counter
              FULL JOIN (
                   SELECT series, count(*) AS invoices, min(number) AS lowest, max(number) AS highest
                     FROM invoice_invoice
                    WHERE seller_id = :seller
                    GROUP BY series) issued USING (series)
             WHERE issued.lowest IS DISTINCT FROM 1 OR issued.highest IS DISTINCT FROM counter.last_number
                OR issued.invoices IS DISTINCT FROM counter.last_number
             LIMIT :most
            """;
    private static final String LEFT_OUT =
            """
            SELECT 'Number ' || gap.series || '-' || gap.number || ' was given and its invoice is not there.'
              FROM invoice_series counter
             CROSS JOIN LATERAL generate_series(1, counter.last_number) AS gap_number
             CROSS JOIN LATERAL (SELECT counter.series, gap_number AS number) gap
             WHERE counter.seller_id = :seller
               AND NOT EXISTS (
                   SELECT 1 FROM invoice_invoice invoice
                    WHERE invoice.seller_id = :seller AND invoice.series = gap.series AND invoice.number = gap.number)
             LIMIT :most
            """;
    private static final String SUMS =
            """
            SELECT 'Invoice ' || invoice.series || '-' || invoice.number || ' says ' || invoice.net_minor || ' + '
                   || invoice.vat_minor || ' = ' || invoice.gross_minor || ', and its ' || COALESCE(lines.count, 0)
                   || ' lines ' || COALESCE(lines.net, 0) || ' + ' || COALESCE(lines.vat, 0) || ' = '
                   || COALESCE(lines.gross, 0) || ' (minor units).'
              FROM invoice_invoice invoice
              LEFT JOIN (
                   SELECT invoice_id, count(*) AS count, sum(net_minor) AS net, sum(vat_minor) AS vat,
                          sum(gross_minor) AS gross
                     FROM invoice_line
                    WHERE seller_id = :seller
                    GROUP BY invoice_id) lines USING (invoice_id)
             WHERE invoice.seller_id = :seller
               AND (lines.net IS DISTINCT FROM invoice.net_minor OR lines.vat IS DISTINCT FROM invoice.vat_minor
                 OR lines.gross IS DISTINCT FROM invoice.gross_minor
                 OR invoice.net_minor + invoice.vat_minor <> invoice.gross_minor)
             LIMIT :most
            """;
    private static final String ORPHAN_LINES =
            """
            SELECT 'Line ' || line || ' belongs to invoice ' || invoice_id || ', which is not there.'
              FROM invoice_line orphan
             WHERE seller_id = :seller
               AND NOT EXISTS (
                   SELECT 1 FROM invoice_invoice invoice
                    WHERE invoice.seller_id = :seller AND invoice.invoice_id = orphan.invoice_id)
             LIMIT :most
            """;
    private static final String NOBODY =
            """
            SELECT 'Invoice ' || series || '-' || number || ' is a full one and names no customer.'
              FROM invoice_invoice
             WHERE seller_id = :seller AND kind IN ('FULL', 'MODIFIED') AND party_ends_on IS NULL
             LIMIT :most
            """;

    private final BookQuestions books;
    private final SellerTransactions transactions;
    private final TaxRecordsKept records;

    InvoiceBookCheck(BookQuestions books, SellerTransactions transactions, TaxRecordsKept records) {
        this.books = books;
        this.transactions = transactions;
        this.records = records;
    }

    @Override
    public String name() {
        return "invoices";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var flaws = new ArrayList<Flaw>();
            var gaps = books.sentences(seller, GAPS);
            flaws.addAll(Flaw.each(gaps, "A gap has to be explained to the tax office: compare with a backup."));
            if (!gaps.isEmpty()) {
                flaws.addAll(Flaw.each(
                        books.sentences(seller, LEFT_OUT),
                        "Look for it in a backup; the seller's copy may be on paper."));
            }
            for (var sql : List.of(SUMS, ORPHAN_LINES, NOBODY)) {
                flaws.addAll(Flaw.each(books.sentences(seller, sql), Checked.CHANGED_PAST_THE_PROGRAM));
            }
            for (var sql : ReplacedQuestions.ALL) {
                flaws.addAll(Flaw.each(books.sentences(seller, sql), Checked.CHANGED_PAST_THE_PROGRAM));
            }
            for (var sql : CreditNoteQuestions.ALL) {
                flaws.addAll(Flaw.each(books.sentences(seller, sql), Checked.CHANGED_PAST_THE_PROGRAM));
            }
            flaws.addAll(records.flaws(seller));
            return new Checked(
                    "%,d invoices in %,d series".formatted(books.count(seller, COUNT), books.count(seller, SERIES)),
                    flaws);
        });
    }
}
