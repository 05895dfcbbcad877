package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose buyers were put right on their own request. Like with an address that was typed, a channel that repeats what was
 * wrong is not listened to; one that tells something else knows something newer.
 */
@Component
class CorrectedBuyers {

    private final JdbcClient db;
    private final Custody custody;

    CorrectedBuyers(JdbcClient db, Custody custody) {
        this.db = db;
        this.custody = custody;
    }

    /** Those of the orders whose buyer was put right. */
    Set<OrderId> among(SellerId seller, Collection<OrderId> orders) {
        return db
                .sql(
                        """
                        SELECT order_id FROM order_order
                         WHERE seller_id = :seller AND order_id = ANY (:orders) AND buyer_by_person
                        """)
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .stream()
                .collect(Collectors.toSet());
    }

    /** Carries the marks of what the channels had told on, like the orders' own records. */
    void carryOn(SellerId seller, Opening opening, Collection<RecordRef> orders, LocalDate end) {
        var corrected =
                among(seller, orders.stream().map(ref -> new OrderId(ref.id())).toList());
        var ends = new LinkedHashMap<RecordRef, LocalDate>();
        orders.stream().filter(ref -> corrected.contains(new OrderId(ref.id()))).forEach(ref -> ends.put(ref, end));
        custody.in(seller, vault -> vault.carryOn(opening, ToldMark.OF_BUYER, ends));
    }

    /** The orders that keep their buyer although the channel tells one. The others follow their channel from now on. */
    Set<OrderId> kept(SellerId seller, Map<OrderFacts, Buyer> told) {
        var corrected = among(seller, told.keySet().stream().map(OrderFacts::id).toList());
        if (corrected.isEmpty()) {
            return Set.of();
        }
        var opening = new Opening(HubJob.INTAKE, Purpose.SERVICE, "CHANNEL_EDIT");
        var refs = told.keySet().stream()
                .filter(order -> corrected.contains(order.id()))
                .map(OrderFacts::people)
                .toList();
        var marks = custody.in(seller, vault -> vault.open(opening, ToldMark.OF_BUYER, refs));
        var newer = new HashSet<OrderId>();
        told.forEach((order, buyer) -> {
            var mark = Optional.ofNullable(marks.get(order.id().value())).flatMap(outcome -> outcome.opened());
            if (mark.filter(each -> !each.fits(Buyer.KIND, buyer)).isPresent()) {
                newer.add(order.id());
            }
        });
        follow(seller, newer);
        corrected.removeAll(newer);
        return corrected;
    }

    private void follow(SellerId seller, Set<OrderId> orders) {
        db.sql(
                        """
                        UPDATE order_order SET buyer_by_person = false
                         WHERE seller_id = :seller AND order_id = ANY (:orders)
                        """)
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .update();
    }
}
