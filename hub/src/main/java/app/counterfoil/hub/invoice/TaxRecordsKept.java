package app.counterfoil.hub.invoice;

import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares issued invoices with the customers and papers that are sealed; always in the transaction of a check. */
@Component
class TaxRecordsKept {

    private static final int MOST = 200;
    private static final int HOURS_TO_MAKE_A_PAPER = 1;

    /** Customers of full invoices, page by page in the order of their ids. */
    private static final String PARTIES =
            """
            SELECT invoice_id AS id, subject_id, party_ends_on AS ends_on, 'invoice ' || invoice_id AS of_what
              FROM invoice_invoice
             WHERE seller_id = :seller AND party_ends_on > :today AND invoice_id > :after
             ORDER BY invoice_id
             LIMIT :page
            """;

    private static final String PAPERS =
            """
            SELECT paper.invoice_id AS id,
                   CASE WHEN invoice.kind IN ('FULL', 'MODIFIED') THEN invoice.subject_id ELSE invoice.invoice_id END AS subject_id,
                   paper.ends_on, 'invoice ' || paper.invoice_id AS of_what
              FROM invoice_paper paper
              JOIN invoice_invoice invoice
                ON invoice.seller_id = :seller AND invoice.invoice_id = paper.invoice_id
             WHERE paper.seller_id = :seller AND paper.ends_on > :today AND paper.invoice_id > :after
             ORDER BY paper.invoice_id
             LIMIT :page
            """;
    private static final String NEVER_MADE =
            """
            SELECT 'Invoice ' || invoice.series || '-' || invoice.number || ' has no paper.'
              FROM invoice_invoice invoice
             WHERE invoice.seller_id = :seller AND invoice.supplied_on > :since AND invoice.issued_at < :settled
               AND NOT EXISTS (
                   SELECT 1 FROM invoice_paper paper
                    WHERE paper.seller_id = :seller AND paper.invoice_id = invoice.invoice_id)
             LIMIT :most
            """;
    private static final String OF_NOTHING =
            """
            SELECT 'A paper is of invoice ' || invoice_id || ', which is not there.'
              FROM invoice_paper paper
             WHERE seller_id = :seller
               AND NOT EXISTS (
                   SELECT 1 FROM invoice_invoice invoice
                    WHERE invoice.seller_id = :seller AND invoice.invoice_id = paper.invoice_id)
             LIMIT :most
            """;

    private final BookQuestions books;
    private final JdbcClient db;
    private final BusinessClock clock;

    TaxRecordsKept(BookQuestions books, JdbcClient db, BusinessClock clock) {
        this.books = books;
        this.db = db;
        this.clock = clock;
    }

    List<Flaw> flaws(SellerId seller) {
        var flaws = new ArrayList<Flaw>();
        flaws.addAll(Flaw.each(
                books.missing(seller, InvoiceParty.KIND, "customer", PARTIES),
                "The tax record is damaged: restore it from a backup."));
        flaws.addAll(Flaw.each(
                books.missing(seller, InvoicePaper.KIND, "paper", PAPERS),
                "The tax record is damaged: restore it from a backup."));
        flaws.addAll(Flaw.each(
                neverMade(seller),
                "Start the hub, which makes it; if it runs, its log names what keeps it from that."));
        flaws.addAll(Flaw.each(books.sentences(seller, OF_NOTHING), Checked.CHANGED_PAST_THE_PROGRAM));
        return flaws;
    }

    private List<String> neverMade(SellerId seller) {
        return db.sql(NEVER_MADE)
                .param("seller", seller.value())
                .param("since", clock.today().minusYears(6))
                .param("settled", clock.now().atOffset(ZoneOffset.UTC).minusHours(HOURS_TO_MAKE_A_PAPER))
                .param("most", MOST)
                .query(String.class)
                .list();
    }
}
