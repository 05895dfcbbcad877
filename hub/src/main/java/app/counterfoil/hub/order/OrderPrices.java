package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what an invoice needs of prices beyond lines, delivery and total; most orders have nothing of it. */
@Component
public class OrderPrices {

    private static final String FORGET_PARTS =
            "DELETE FROM order_price_part WHERE seller_id = :seller AND order_id = ANY (:orders)";
    private static final String STORE =
            """
            INSERT INTO order_price (seller_id, order_id, sold_in)
            SELECT :seller, fresh.*
              FROM unnest(:orders::uuid[], :soldIn::text[]) AS fresh
                ON CONFLICT (seller_id, order_id) DO UPDATE
               SET sold_in = EXCLUDED.sold_in
            """;
    private static final String STORE_PARTS =
            """
            INSERT INTO order_price_part (seller_id, order_id, part, kind, line, amount_minor)
            SELECT :seller, fresh.*
              FROM unnest(:orders::uuid[], :parts::smallint[], :kinds::text[], :lines::smallint[], :amounts::bigint[])
                AS fresh
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;

    OrderPrices(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** What is known of the price of this order; nothing beyond lines, delivery and total if nothing was kept. */
    public PriceParts of(SellerId seller, OrderFacts order) {
        var currency = order.total().currency();
        return transactions.in(seller, () -> {
            var parts = db.sql(
                            """
                            SELECT kind, line, amount_minor FROM order_price_part
                             WHERE seller_id = :seller AND order_id = :order ORDER BY part
                            """)
                    .param("seller", seller.value())
                    .param("order", order.id().value())
                    .query((row, number) -> new PriceParts.Part(
                            PriceParts.Kind.valueOf(row.getString(1)),
                            row.getInt(2),
                            new Money(row.getLong(3), currency)))
                    .list();
            return db.sql("SELECT sold_in FROM order_price WHERE seller_id = :seller AND order_id = :order")
                    .param("seller", seller.value())
                    .param("order", order.id().value())
                    .query((row, number) -> new PriceParts(row.getString(1), parts, order.refunded()))
                    .optional()
                    .orElse(new PriceParts("", List.of(), order.refunded()));
        });
    }

    /**
     * Keeps the prices of these orders as the channel tells them now, in the running transaction.
     *
     * @param known whether they were known before: what they had then may be gone now
     */
    void store(SellerId seller, Map<OrderId, OrderDraft> orders, boolean known) {
        var kept = orders.entrySet().stream()
                .filter(entry -> known || hasMore(entry.getValue()))
                .map(entry -> Map.entry(entry.getKey().value(), entry.getValue().parts()))
                .toList();
        if (kept.isEmpty()) {
            return;
        }
        var ids = kept.stream().map(Map.Entry::getKey).toArray(UUID[]::new);
        db.sql(STORE)
                .param("seller", seller.value())
                .param("orders", ids)
                .param(
                        "soldIn",
                        kept.stream().map(entry -> entry.getValue().soldIn()).toArray(String[]::new))
                .update();
        if (known) {
            db.sql(FORGET_PARTS)
                    .param("seller", seller.value())
                    .param("orders", ids)
                    .update();
        }
        storeParts(seller, kept);
    }

    private void storeParts(SellerId seller, List<Map.Entry<UUID, PriceParts>> kept) {
        record Row(UUID order, short number, PriceParts.Part part) {}
        var rows = new ArrayList<Row>();
        for (var entry : kept) {
            short number = 1;
            for (var part : entry.getValue().parts()) {
                rows.add(new Row(entry.getKey(), number++, part));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        db.sql(STORE_PARTS)
                .param("seller", seller.value())
                .param("orders", rows.stream().map(Row::order).toArray(UUID[]::new))
                .param("parts", rows.stream().map(Row::number).toArray(Short[]::new))
                .param(
                        "kinds",
                        rows.stream().map(row -> row.part().kind().name()).toArray(String[]::new))
                .param(
                        "lines",
                        rows.stream().map(row -> (short) row.part().line()).toArray(Short[]::new))
                .param(
                        "amounts",
                        rows.stream().map(row -> row.part().amount().minor()).toArray(Long[]::new))
                .update();
    }

    private static boolean hasMore(OrderDraft draft) {
        var parts = draft.parts();
        return draft.recipient().isEmpty() || !parts.parts().isEmpty();
    }
}
