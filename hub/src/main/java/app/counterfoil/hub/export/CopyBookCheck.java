package app.counterfoil.hub.export;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.RecordKind;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that each copy which can be fetched is there, has its rows, and stands in the ledger of disclosures row by row. */
@Component
@Order(48)
class CopyBookCheck implements BookCheck {

    private static final String COUNT = "SELECT count(*) FROM export_copy WHERE seller_id = :seller";
    private static final String FILES =
            """
            SELECT copy_id AS id, subject_id, ends_on, 'copy ' || copy_no AS of_what
              FROM export_copy
             WHERE seller_id = :seller AND state = 'READY' AND purpose = 'PURPOSE' AND ends_on > :today
               AND copy_id > :after
             ORDER BY copy_id
             LIMIT :page
            """;
    private static final String WITHOUT_ROWS =
            """
            SELECT 'Copy ' || copy_no || ' has ' || rows || ' rows, and not all of them are known.'
              FROM export_copy copy
             WHERE copy.seller_id = :seller
               AND rows <> (SELECT count(*) FROM export_row line
                             WHERE line.seller_id = :seller AND line.copy_id = copy.copy_id)
             LIMIT :most
            """;
    private static final String FACTS =
            """
            SELECT 'The file of copy ' || copy_no || ' is not there.'
              FROM export_copy copy
             WHERE copy.seller_id = :seller AND state = 'READY' AND purpose = 'FACTS' AND ends_on > CAST(:now AS date) + 1
               AND NOT EXISTS (SELECT 1 FROM export_facts facts
                                WHERE facts.seller_id = :seller AND facts.copy_id = copy.copy_id)
             LIMIT :most
            """;

    private final BookQuestions books;
    private final CopyRows rows;
    private final Disclosures disclosures;
    private final SellerTransactions transactions;

    CopyBookCheck(BookQuestions books, CopyRows rows, Disclosures disclosures, SellerTransactions transactions) {
        this.books = books;
        this.rows = rows;
        this.disclosures = disclosures;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "exports";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var flaws = new ArrayList<Flaw>();
            for (var purpose : ExportPurpose.values()) {
                purpose.carried()
                        .ifPresent(carried -> flaws.addAll(Flaw.each(
                                missing(seller, purpose, SealedCopy.kind(carried)),
                                "Withdraw the copy and make a new one.")));
            }
            for (var sql : List.of(WITHOUT_ROWS, FACTS)) {
                flaws.addAll(Flaw.each(books.sentences(seller, sql), Checked.CHANGED_PAST_THE_PROGRAM));
            }
            flaws.addAll(Flaw.each(undisclosed(seller), Checked.CHANGED_PAST_THE_PROGRAM));
            return new Checked("%,d copies".formatted(books.count(seller, COUNT)), flaws);
        });
    }

    /** Each row of a copy for which people are opened is one entry of the ledger. */
    private List<String> undisclosed(SellerId seller) {
        var counted = disclosures.counted(seller, DisclosingAct.EXPORT);
        return rows.latest(seller, Integer.MAX_VALUE).stream()
                .filter(copy -> copy.purpose().carried().isPresent())
                .filter(copy -> counted.getOrDefault(copy.id(), 0L) != copy.rows())
                .map(copy -> "Copy " + copy.number() + " has " + copy.rows() + " rows, of which "
                        + counted.getOrDefault(copy.id(), 0L) + " stand in the ledger of disclosures.")
                .toList();
    }

    private List<String> missing(SellerId seller, ExportPurpose purpose, RecordKind<SealedCopy> kind) {
        return books.missing(seller, kind, "file", FILES.replace("PURPOSE", purpose.name()));
    }
}
