package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When who has asked cannot be opened any more, what leads from a request to somebody's orders or account goes as well: that
 * two orders are one person's is known from nothing else.
 */
@Component
class LinksEnd implements HearsDayTurn {

    private static final String ENDED =
            """
             WHERE seller_id = :seller
               AND request_id IN (SELECT request_id FROM rights_request
                                   WHERE seller_id = :seller AND record_ends_on <= :today)
            """;

    private static final List<String> LINKS = List.of(
            "DELETE FROM rights_order" + ENDED,
            "DELETE FROM rights_statement" + ENDED,
            "DELETE FROM rights_put_aside" + ENDED,
            "DELETE FROM rights_channel_notice" + ENDED,
            "DELETE FROM rights_knock" + ENDED,
            "UPDATE rights_request SET staff_id = NULL" + ENDED + " AND staff_id IS NOT NULL");

    private final JdbcClient db;
    private final SellerTransactions transactions;

    LinksEnd(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    @Override
    public void dayTurned(SellerId seller, LocalDate today) {
        transactions.run(
                seller,
                () -> LINKS.forEach(sql -> db.sql(sql)
                        .param("seller", seller.value())
                        .param("today", today)
                        .update()));
    }
}
