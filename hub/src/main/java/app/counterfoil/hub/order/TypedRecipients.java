package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which orders go where a person has typed, and what their channels had told before. A channel repeats itself with every
 * change of an order; only when it tells another address than before does it know something newer than the person.
 */
@Component
class TypedRecipients {

    private final JdbcClient db;
    private final Custody custody;

    TypedRecipients(JdbcClient db, Custody custody) {
        this.db = db;
        this.custody = custody;
    }

    /** Those of the orders whose address a person has typed. */
    Set<OrderId> among(SellerId seller, Collection<OrderId> orders) {
        return db
                .sql(
                        """
                        SELECT order_id FROM order_order
                         WHERE seller_id = :seller AND order_id = ANY (:orders) AND address_by_person
                        """)
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .stream()
                .collect(Collectors.toSet());
    }

    /** Keeps what the channel had told, as long as the order's own records live. */
    void keep(SellerId seller, Opening opening, OrderFacts order, LocalDate end, Recipient told) {
        custody.in(
                seller,
                vault -> vault.replace(
                        opening,
                        Recipient.TOLD,
                        List.of(new Sealing<>(Recipient.TOLD, order.id().value(), order.subject(), end, told))));
    }

    /** Carries what the channels had told, or the mark of it, on like the orders' own records. */
    void carryOn(SellerId seller, Opening opening, Collection<RecordRef> orders, LocalDate end) {
        var typed =
                among(seller, orders.stream().map(ref -> new OrderId(ref.id())).toList());
        var ends = new LinkedHashMap<RecordRef, LocalDate>();
        orders.stream().filter(ref -> typed.contains(new OrderId(ref.id()))).forEach(ref -> ends.put(ref, end));
        custody.in(seller, vault -> vault.carryOn(opening, Recipient.TOLD, ends));
        custody.in(seller, vault -> vault.carryOn(opening, ToldMark.OF_RECIPIENT, ends));
    }

    /**
     * The orders that keep their typed address although the channel tells one: it tells what it told before, or what it
     * had told is not known any more. The others of them follow their channel from now on.
     */
    Set<OrderId> kept(SellerId seller, Map<OrderFacts, Recipient> told) {
        var typed = among(seller, told.keySet().stream().map(OrderFacts::id).toList());
        if (typed.isEmpty()) {
            return Set.of();
        }
        var opening = new Opening(HubJob.INTAKE, Purpose.DELIVERY, "CHANNEL_EDIT");
        var refs = told.keySet().stream()
                .filter(order -> typed.contains(order.id()))
                .map(OrderFacts::people)
                .toList();
        var before = custody.in(seller, vault -> vault.open(opening, Recipient.TOLD, refs));
        var marks = custody.in(seller, vault -> vault.open(opening, ToldMark.OF_RECIPIENT, refs));
        var newer = new HashSet<OrderId>();
        told.forEach((order, recipient) -> {
            var id = order.id().value();
            if (isNewer(opened(before.get(id)), opened(marks.get(id)), recipient)) {
                newer.add(order.id());
            }
        });
        follow(seller, newer);
        typed.removeAll(newer);
        return typed;
    }

    private static boolean isNewer(Optional<Recipient> before, Optional<ToldMark> mark, Recipient told) {
        return before.filter(each -> !each.equals(Recipient.BLANK))
                .map(each -> !each.equals(told))
                .orElseGet(() ->
                        mark.filter(each -> !each.fits(Recipient.KIND, told)).isPresent());
    }

    private static <T> Optional<T> opened(@Nullable Outcome<T> outcome) {
        return Optional.ofNullable(outcome).flatMap(Outcome::opened);
    }

    private void follow(SellerId seller, Set<OrderId> orders) {
        db.sql(
                        """
                        UPDATE order_order SET address_by_person = false
                         WHERE seller_id = :seller AND order_id = ANY (:orders)
                        """)
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .update();
    }
}
