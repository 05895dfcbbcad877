package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers which orders have left, for those who must miss none of them. */
@Component
public class DispatchedOrders {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    DispatchedOrders(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** The orders that left on that day or later, whoever sent them. */
    public List<OrderId> since(SellerId seller, LocalDate day) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT order_id FROM order_order
                         WHERE seller_id = :seller AND state = 'DISPATCHED' AND closed_on >= :day
                         ORDER BY order_id
                        """)
                .param("seller", seller.value())
                .param("day", day)
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .list());
    }
}
