package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which ids lead to no order, for checks of what hangs on orders. */
@Component
public class MissingOrders {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    MissingOrders(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** Those of these ids that are no order of the seller. */
    public List<UUID> among(SellerId seller, Collection<UUID> ids) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT asked.order_id
                          FROM unnest(:ids::uuid[]) AS asked (order_id)
                          LEFT JOIN order_order known
                            ON known.seller_id = :seller AND known.order_id = asked.order_id
                         WHERE known.order_id IS NULL
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("seller", seller.value())
                .query(UUID.class)
                .list());
    }
}
