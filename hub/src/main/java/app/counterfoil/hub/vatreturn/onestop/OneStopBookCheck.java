package app.counterfoil.hub.vatreturn.onestop;

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

/**
 * Checks that each frozen return of a One Stop Shop says what its documents add up to, line by line and correction by
 * correction, that nothing is counted in two of them, and that a correction is of a period that was declared before.
 */
@Component
@Order(34)
class OneStopBookCheck implements BookCheck {

    private static final String COUNT = "SELECT count(*) FROM vatreturn_one_stop_return WHERE seller_id = :seller";

    private static final String SUMS =
            """
            WITH counted AS (
                 SELECT return_id, correction, of_start, CASE WHEN correction THEN '' ELSE dispatch END AS dispatch, state,
                        CASE WHEN correction THEN '' ELSE rate_kind END AS rate_kind,
                        CASE WHEN correction THEN 0 ELSE rate_bp END AS rate_bp,
                        CASE WHEN correction THEN 0 ELSE sum(euro_net_minor) END AS net, sum(euro_vat_minor) AS vat
                   FROM vatreturn_one_stop_counted
                  WHERE seller_id = :seller
                  GROUP BY 1, 2, 3, 4, 5, 6, 7),
            figure AS (
                 SELECT return_id, correction, of_start, dispatch, state, rate_kind, rate_bp, sum(net_minor) AS net,
                        sum(vat_minor) AS vat
                   FROM vatreturn_one_stop_figure
                  WHERE seller_id = :seller
                  GROUP BY 1, 2, 3, 4, 5, 6, 7)
            SELECT DISTINCT 'The return of the One Stop Shop (' || made.shop || ') from ' || made.period_start
                   || ' does not say what its documents add up to.'
              FROM vatreturn_one_stop_return made
              JOIN (SELECT return_id
                      FROM counted
                      FULL JOIN figure USING (return_id, correction, of_start, dispatch, state, rate_kind, rate_bp)
                     WHERE counted.vat IS DISTINCT FROM figure.vat OR counted.net IS DISTINCT FROM figure.net
                   ) wrong USING (return_id)
             WHERE made.seller_id = :seller
             ORDER BY 1
             LIMIT :most
            """;

    private static final String PAYABLE =
            """
            SELECT 'The return of the One Stop Shop (' || made.shop || ') from ' || made.period_start
                   || ' does not pay what it owes to the states.'
              FROM vatreturn_one_stop_return made
              LEFT JOIN (
                   SELECT return_id, sum(owed) FILTER (WHERE owed > 0) AS payable
                     FROM (SELECT return_id, state, sum(vat_minor) AS owed
                             FROM vatreturn_one_stop_figure
                            WHERE seller_id = :seller
                            GROUP BY return_id, state) balance
                    GROUP BY return_id) owed USING (return_id)
             WHERE made.seller_id = :seller AND made.payable_minor <> COALESCE(owed.payable, 0)
             ORDER BY made.period_start
             LIMIT :most
            """;

    private static final String TWICE =
            """
            SELECT 'Document ' || min(counted.document) || ' (' || counted.part || ') is counted in ' || count(*)
                   || ' returns of the One Stop Shops.'
              FROM vatreturn_one_stop_counted counted
              JOIN vatreturn_one_stop_return made USING (seller_id, return_id)
             WHERE counted.seller_id = :seller AND made.withdrawn_at IS NULL
             GROUP BY counted.source_id, counted.part
            HAVING count(*) > 1
             ORDER BY 1
             LIMIT :most
            """;

    private static final String PERIODS =
            """
            SELECT 'Document ' || counted.document || ' stands in a return of the One Stop Shop (' || made.shop || ') from '
                   || made.period_start || ' under another period than it is of.'
              FROM vatreturn_one_stop_counted counted
              JOIN vatreturn_one_stop_return made USING (seller_id, return_id)
             WHERE counted.seller_id = :seller
               AND (NOT counted.correction AND (counted.of_start <> made.period_start
                     OR counted.supplied_on NOT BETWEEN made.period_start AND made.period_end)
                 OR counted.correction AND made.withdrawn_at IS NULL AND (counted.of_start >= made.period_start
                     OR NOT EXISTS (
                        SELECT 1 FROM vatreturn_one_stop_return before
                         WHERE before.seller_id = :seller AND before.shop = made.shop AND before.withdrawn_at IS NULL
                           AND before.period_start = counted.of_start AND before.frozen_at <= made.frozen_at)))
             ORDER BY 1
             LIMIT :most
            """;

    private final BookQuestions books;
    private final SellerTransactions transactions;

    OneStopBookCheck(BookQuestions books, SellerTransactions transactions) {
        this.books = books;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "Returns of the One Stop Shops";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var flaws = new ArrayList<Flaw>();
            for (var sql : List.of(SUMS, PAYABLE, TWICE, PERIODS)) {
                flaws.addAll(Flaw.each(books.sentences(seller, sql), Checked.CHANGED_PAST_THE_PROGRAM));
            }
            return new Checked("%,d returns of the One Stop Shops".formatted(books.count(seller, COUNT)), flaws);
        });
    }
}
