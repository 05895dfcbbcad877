package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Orders of which a person has put in something that their channels tell as well. A channel repeats itself with every change
 * of an order; only when it tells something else than before does it know something newer than the person.
 */
final class PutByPerson {

    /** What was put in, and the column that says so. */
    enum Part {
        ADDRESS("address_by_person"),
        BUYER("buyer_by_person");

        private final String column;

        Part(String column) {
            this.column = column;
        }

        private String in(String sql) {
            return sql.replace("BY_PERSON", column);
        }
    }

    private final JdbcClient db;
    private final Custody custody;
    private final Part part;
    private final List<RecordKind<?>> told;

    /** Of that part; {@code told} is in what is kept what channels had told of it before. */
    PutByPerson(JdbcClient db, Custody custody, Part part, RecordKind<?>... told) {
        this.db = db;
        this.custody = custody;
        this.part = part;
        this.told = List.of(told);
    }

    /** Those of the orders of which a person has put it in. */
    Set<OrderId> among(SellerId seller, Collection<OrderId> orders) {
        return db
                .sql(
                        part.in(
                                """
                                SELECT order_id FROM order_order
                                 WHERE seller_id = :seller AND order_id = ANY (:orders) AND BY_PERSON
                                """))
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .stream()
                .collect(Collectors.toSet());
    }

    /** Carries what the channels had told on, like the orders' own records. */
    void carryOn(SellerId seller, Opening opening, Collection<RecordRef> orders, LocalDate end) {
        var put =
                among(seller, orders.stream().map(ref -> new OrderId(ref.id())).toList());
        var ends = new LinkedHashMap<RecordRef, LocalDate>();
        orders.stream().filter(ref -> put.contains(new OrderId(ref.id()))).forEach(ref -> ends.put(ref, end));
        told.forEach(kind -> custody.in(seller, vault -> vault.carryOn(opening, kind, ends)));
    }

    /**
     * The orders that keep what the person has put in although the channel tells something. The others of them follow their
     * channel from now on.
     *
     * @param newer tells of records whether what the channel tells now of an order, by its id, is newer
     */
    <T> Set<OrderId> kept(
            SellerId seller, Map<OrderFacts, T> now, Function<List<RecordRef>, BiPredicate<UUID, T>> newer) {
        var put = among(seller, now.keySet().stream().map(OrderFacts::id).toList());
        if (put.isEmpty()) {
            return Set.of();
        }
        var asked =
                now.keySet().stream().filter(order -> put.contains(order.id())).toList();
        var isNewer = newer.apply(asked.stream().map(OrderFacts::people).toList());
        var follow = new HashSet<OrderId>();
        now.forEach((order, content) -> {
            if (put.contains(order.id()) && isNewer.test(order.id().value(), content)) {
                follow.add(order.id());
            }
        });
        follow(seller, follow);
        put.removeAll(follow);
        return put;
    }

    private void follow(SellerId seller, Set<OrderId> orders) {
        db.sql(
                        part.in(
                                """
                                UPDATE order_order SET BY_PERSON = false
                                 WHERE seller_id = :seller AND order_id = ANY (:orders)
                                """))
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .update();
    }
}
