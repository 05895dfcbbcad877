package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.ListedNames;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that each frozen return says what its documents add up to, and that nothing is counted in two of them. */
@Component
@Order(33)
class ReturnBookCheck implements BookCheck {

    private static final String COUNT = "SELECT count(*) FROM vatreturn_return WHERE seller_id = :seller";

    private static final String SUMS =
            """
            SELECT 'The VAT return from ' || made.period_start || ' does not say what its documents add up to.'
              FROM vatreturn_return made
              LEFT JOIN (
                   SELECT return_id, sum(box1_minor) AS box1, sum(box2_minor) AS box2, sum(box4_minor) AS box4,
                          sum(box6_minor) AS box6, sum(box7_minor) AS box7, sum(box8_minor) AS box8,
                          sum(box9_minor) AS box9
                     FROM vatreturn_counted
                    WHERE seller_id = :seller
                    GROUP BY return_id) counted USING (return_id)
             WHERE made.seller_id = :seller
               AND (made.box1_minor <> COALESCE(counted.box1, 0) OR made.box2_minor <> COALESCE(counted.box2, 0)
                 OR made.box3_minor <> made.box1_minor + made.box2_minor
                 OR made.box4_minor <> COALESCE(counted.box4, 0)
                 OR made.box5_minor <> abs(made.box3_minor - made.box4_minor)
                 OR made.box6_minor <> trunc(COALESCE(counted.box6, 0) / 100) * 100
                 OR made.box7_minor <> trunc(COALESCE(counted.box7, 0) / 100) * 100
                 OR made.box8_minor <> trunc(COALESCE(counted.box8, 0) / 100) * 100
                 OR made.box9_minor <> trunc(COALESCE(counted.box9, 0) / 100) * 100)
             ORDER BY made.period_start
             LIMIT :most
            """;

    private static final String TWICE =
            """
            SELECT 'Document ' || min(counted.document) || ' (' || counted.part || ') is counted in '
                   || count(*) || ' VAT returns.'
              FROM vatreturn_counted counted
              JOIN vatreturn_return made USING (seller_id, return_id)
             WHERE counted.seller_id = :seller AND made.state IN (%s)
             GROUP BY counted.source_id, counted.part
            HAVING count(*) > 1
             ORDER BY 1
             LIMIT :most
            """
                    .formatted(ReturnRows.STANDING);

    private static final String STATES =
            """
            SELECT 'The VAT return from ' || period_start || ' stands where no return can stand.'
              FROM vatreturn_return
             WHERE seller_id = :seller AND state NOT IN (%s)
             ORDER BY period_start
             LIMIT :most
            """
                    .formatted(ListedNames.of(ReturnState.values(), state -> true));

    private static final String WITHOUT_SUBMISSION =
            """
            SELECT 'The VAT return from ' || made.period_start || ' went to the tax office, and nothing says how.'
              FROM vatreturn_return made
              LEFT JOIN vatreturn_submission sent USING (seller_id, return_id)
             WHERE made.seller_id = :seller AND made.state IN ('DECLARED', 'ACCEPTED', 'REFUSED')
               AND (sent.return_id IS NULL OR (made.state <> 'DECLARED' AND sent.answered_at IS NULL))
             ORDER BY made.period_start
             LIMIT :most
            """;

    private static final String OVERLAPS =
            """
            SELECT 'The VAT returns from ' || one.period_start || ' and from ' || other.period_start || ' overlap.'
              FROM vatreturn_return one
              JOIN vatreturn_return other
                ON other.seller_id = :seller AND other.period_start > one.period_start
               AND other.period_start <= one.period_end AND other.state IN (%s)
             WHERE one.seller_id = :seller AND one.state IN (%s)
             ORDER BY 1
             LIMIT :most
            """
                    .formatted(ReturnRows.STANDING, ReturnRows.STANDING);

    private final BookQuestions books;
    private final SellerTransactions transactions;

    ReturnBookCheck(BookQuestions books, SellerTransactions transactions) {
        this.books = books;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "VAT returns";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var flaws = new ArrayList<Flaw>();
            for (var sql : List.of(SUMS, TWICE, STATES, WITHOUT_SUBMISSION, OVERLAPS)) {
                flaws.addAll(Flaw.each(books.sentences(seller, sql), Checked.CHANGED_PAST_THE_PROGRAM));
            }
            return new Checked("%,d VAT returns".formatted(books.count(seller, COUNT)), flaws);
        });
    }
}
