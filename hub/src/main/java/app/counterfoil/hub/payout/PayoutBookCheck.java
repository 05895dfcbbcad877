package app.counterfoil.hub.payout;

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

/** Checks that the lines of each settlement are all there and come to what was paid out, and are of a kind. */
@Component
@Order(34)
class PayoutBookCheck implements BookCheck {

    private static final String COUNT = "SELECT count(*) FROM payout_settlement WHERE seller_id = :seller";

    private static final String SUMS =
            """
            SELECT 'The lines of settlement ' || settlement.number || ' do not come to what was paid out.'
              FROM payout_settlement settlement
              LEFT JOIN (SELECT settlement_id, sum(amount_minor) AS sum
                           FROM payout_line WHERE seller_id = :seller GROUP BY settlement_id) line USING (settlement_id)
             WHERE settlement.seller_id = :seller AND settlement.total_minor <> COALESCE(line.sum, 0)
             ORDER BY settlement.number
             LIMIT :most
            """;

    private static final String LINES =
            """
            SELECT 'Settlement ' || settlement.number || ' has ' || settlement.lines || ' lines, and '
                   || COALESCE(line.lines, 0) || ' are there.'
              FROM payout_settlement settlement
              LEFT JOIN (SELECT settlement_id, count(*) AS lines, max(line) AS last
                           FROM payout_line WHERE seller_id = :seller GROUP BY settlement_id) line USING (settlement_id)
             WHERE settlement.seller_id = :seller
               AND (settlement.lines <> COALESCE(line.lines, 0) OR settlement.lines <> COALESCE(line.last, 0))
             ORDER BY settlement.number
             LIMIT :most
            """;

    private static final String KINDS =
            """
            SELECT 'Line ' || line.line || ' of settlement ' || settlement.number || ' is of no kind that is known.'
              FROM payout_line line
              JOIN payout_settlement settlement USING (seller_id, settlement_id)
             WHERE line.seller_id = :seller AND line.kind NOT IN (%s)
             ORDER BY settlement.number, line.line
             LIMIT :most
            """
                    .formatted(ListedNames.of(LineKind.values(), kind -> true));

    private static final String LOOKS =
            """
            SELECT 'What was said of order ' || look.order_number || ' in settlement ' || settlement.number
                   || ' is of no kind that is known.'
              FROM payout_look look
              JOIN payout_settlement settlement USING (seller_id, settlement_id)
             WHERE look.seller_id = :seller AND (look.kind NOT IN (%s) OR look.note NOT IN (%s))
             ORDER BY settlement.number, look.order_number
             LIMIT :most
            """
                    .formatted(
                            ListedNames.of(DifferenceKind.values(), kind -> true),
                            ListedNames.of(LookNote.values(), note -> true));

    private final BookQuestions books;
    private final SellerTransactions transactions;

    PayoutBookCheck(BookQuestions books, SellerTransactions transactions) {
        this.books = books;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "Payouts";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var flaws = new ArrayList<Flaw>();
            for (var sql : List.of(SUMS, LINES, KINDS, LOOKS)) {
                flaws.addAll(Flaw.each(books.sentences(seller, sql), Checked.CHANGED_PAST_THE_PROGRAM));
            }
            return new Checked("%,d settlements".formatted(books.count(seller, COUNT)), flaws);
        });
    }
}
