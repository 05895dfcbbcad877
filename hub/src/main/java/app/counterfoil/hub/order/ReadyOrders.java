package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers which orders can be packed and sent, the most urgent first. */
@Component
public class ReadyOrders {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Orders orders;

    ReadyOrders(JdbcClient db, SellerTransactions transactions, Orders orders) {
        this.db = db;
        this.transactions = transactions;
        this.orders = orders;
    }

    /**
     * Ready orders but for those left out, by when they must leave; one that no channel has set a day for counts as if it
     * must leave a day after it was placed, or it would wait behind all others for ever.
     *
     * @param leftOut orders that are not wanted
     * @param skip how many of the most urgent ones are not wanted either
     */
    public List<OrderFacts> mostUrgent(SellerId seller, Collection<OrderId> leftOut, int skip, int most) {
        return transactions.in(seller, () -> {
            var ids = db.sql(
                            """
                            SELECT order_id FROM order_order AS ready
                             WHERE seller_id = :seller AND state = 'READY'
                               AND NOT EXISTS (SELECT FROM unnest(:leftOut::uuid[]) AS other (id)
                                                WHERE other.id = ready.order_id)
                             ORDER BY COALESCE(ship_by, placed_at + interval '1 day'), placed_at, order_id
                            OFFSET :skip LIMIT :most
                            """)
                    .param("seller", seller.value())
                    .param("leftOut", OrderId.values(leftOut))
                    .param("skip", skip)
                    .param("most", most)
                    .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                    .list();
            var byId = orders.of(seller, ids).stream().collect(Collectors.toMap(OrderFacts::id, Function.identity()));
            return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
        });
    }

    /** How many orders are ready but for those left out. */
    public long count(SellerId seller, Collection<OrderId> leftOut) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT count(*) FROM order_order AS ready
                         WHERE seller_id = :seller AND state = 'READY'
                           AND NOT EXISTS (SELECT FROM unnest(:leftOut::uuid[]) AS other (id)
                                            WHERE other.id = ready.order_id)
                        """)
                .param("seller", seller.value())
                .param("leftOut", OrderId.values(leftOut))
                .query(Long.class)
                .single());
    }
}
