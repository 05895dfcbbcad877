package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds orders where they stand for the rest of the running transaction, for whoever acts on their state. */
@Component
public class PinOrders {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    PinOrders(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** The states of these orders, which nobody else moves before the running transaction ends. */
    public Map<OrderId, OrderState> pin(SellerId seller, Collection<OrderId> orders) {
        var states = new HashMap<OrderId, OrderState>();
        transactions.run(seller, () -> db.sql(
                        """
                        SELECT order_id, state FROM order_order
                         WHERE seller_id = :seller AND order_id = ANY (:orders)
                         ORDER BY order_id
                           FOR UPDATE
                        """)
                .param("seller", seller.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .query(row -> {
                    states.put(
                            new OrderId(row.getObject("order_id", UUID.class)),
                            OrderState.valueOf(row.getString("state")));
                }));
        return states;
    }
}
