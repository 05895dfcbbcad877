package app.counterfoil.hub.rights;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.ArrayList;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that who has asked can be opened as long as it is kept, and that what is closed says so. */
@Component
@Order(55)
class RequestBookCheck implements BookCheck {

    private static final String COUNT = "SELECT count(*) FROM rights_request WHERE seller_id = :seller";
    private static final String REQUESTERS =
            """
            SELECT request_id AS id, subject_id, record_ends_on AS ends_on, 'request ' || request_id AS of_what
              FROM rights_request
             WHERE seller_id = :seller AND record_ends_on > :today AND request_id > :after
             ORDER BY request_id
             LIMIT :page
            """;
    private static final String STATEMENTS =
            """
            SELECT statement.statement_id AS id, statement.subject_id, request.record_ends_on AS ends_on,
                   'request ' || statement.request_id AS of_what
              FROM rights_statement statement
              JOIN rights_request request
                ON request.seller_id = :seller AND request.request_id = statement.request_id
             WHERE statement.seller_id = :seller AND request.record_ends_on > :today AND statement.statement_id > :after
             ORDER BY statement.statement_id
             LIMIT :page
            """;
    private static final String UNCLOSED =
            """
            SELECT 'Request ' || request_id || ' is ' || state
                   || CASE WHEN closed_at IS NULL THEN ' and has no day of closing.' ELSE ' and has one.' END
              FROM rights_request
             WHERE seller_id = :seller AND (state IN ('OPEN', 'WAITING')) = (closed_at IS NOT NULL)
             LIMIT :most
            """;

    private final BookQuestions books;
    private final SellerTransactions transactions;

    RequestBookCheck(BookQuestions books, SellerTransactions transactions) {
        this.books = books;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "rights requests";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var flaws = new ArrayList<Flaw>();
            flaws.addAll(Flaw.each(
                    books.missing(seller, Requester.KIND, "requester", REQUESTERS),
                    "Who has asked is damaged: restore it from a backup."));
            flaws.addAll(Flaw.each(
                    books.missing(seller, Statement.KIND, "statement", STATEMENTS),
                    "A statement of theirs is damaged: restore it from a backup."));
            flaws.addAll(Flaw.each(books.sentences(seller, UNCLOSED), Checked.CHANGED_PAST_THE_PROGRAM));
            return new Checked("%,d taken in".formatted(books.count(seller, COUNT)), flaws);
        });
    }
}
