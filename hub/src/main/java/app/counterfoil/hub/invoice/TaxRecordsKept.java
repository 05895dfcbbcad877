package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.custody.Checked;
import app.counterfoil.hub.custody.Checked.Flaw;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares issued invoices with the customers and papers that are sealed; always in the transaction of a check. */
@Component
class TaxRecordsKept {

    private static final int PAGE = 5_000;
    private static final int MOST = 200;
    private static final int HOURS_TO_MAKE_A_PAPER = 1;

    /** Customers of full invoices, page by page in the order of their ids. */
    private static final String PARTIES =
            """
            SELECT invoice_id, subject_id, party_ends_on AS ends_on
              FROM invoice_invoice
             WHERE seller_id = :seller AND party_ends_on > :today AND invoice_id > :after
             ORDER BY invoice_id
             LIMIT :page
            """;

    private static final String PAPERS =
            """
            SELECT paper.invoice_id,
                   CASE WHEN invoice.kind = 'FULL' THEN invoice.subject_id ELSE invoice.invoice_id END AS subject_id,
                   paper.ends_on
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

    private record Expected(UUID invoice, SubjectId subject, LocalDate endsOn) {}

    private final BookQuestions books;
    private final JdbcClient db;
    private final Custody custody;
    private final BusinessClock clock;

    TaxRecordsKept(BookQuestions books, JdbcClient db, Custody custody, BusinessClock clock) {
        this.books = books;
        this.db = db;
        this.custody = custody;
        this.clock = clock;
    }

    List<Flaw> flaws(SellerId seller) {
        var flaws = new ArrayList<Flaw>();
        flaws.addAll(Flaw.each(
                missing(seller, PARTIES, InvoiceParty.KIND, "customer"),
                "The tax record is damaged: restore it from a backup."));
        flaws.addAll(Flaw.each(
                missing(seller, PAPERS, InvoicePaper.KIND, "paper"),
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

    private List<String> missing(SellerId seller, String sql, RecordKind<?> kind, String what) {
        var missing = new ArrayList<String>();
        var after = new UUID(0, 0);
        for (var page = page(seller, sql, after); !page.isEmpty(); page = page(seller, sql, after)) {
            after = page.get(page.size() - 1).invoice();
            missing.addAll(missing(seller, page, kind, what));
        }
        return missing;
    }

    private List<String> missing(SellerId seller, List<Expected> page, RecordKind<?> kind, String what) {
        var ends = new HashMap<UUID, LocalDate>();
        page.forEach(each -> ends.put(each.invoice(), each.endsOn()));
        var absent = custody.in(seller, vault -> vault.absent(kind, ends));
        var suspects =
                page.stream().filter(each -> absent.contains(each.invoice())).toList();
        var forgotten = custody.in(
                seller,
                vault -> vault.forgotten(
                        Purpose.TAX_RECORD,
                        suspects.stream().map(Expected::subject).toList()));
        return suspects.stream()
                .filter(each -> !forgotten.contains(each.subject()))
                .map(each -> "The sealed " + what + " of invoice " + each.invoice() + " is not there, and ends on "
                        + each.endsOn() + " only.")
                .toList();
    }

    private List<Expected> page(SellerId seller, String sql, UUID after) {
        return db.sql(sql)
                .param("seller", seller.value())
                .param("today", clock.today())
                .param("after", after)
                .param("page", PAGE)
                .query((row, number) -> new Expected(
                        row.getObject("invoice_id", UUID.class),
                        new SubjectId(row.getObject("subject_id", UUID.class)),
                        row.getObject("ends_on", LocalDate.class)))
                .list();
    }
}
