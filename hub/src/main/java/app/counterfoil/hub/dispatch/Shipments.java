package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is known of the seller's shipments. */
@Component
public class Shipments {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    Shipments(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** These shipments, the first booked first; those that are not the seller's are missing. */
    public List<Shipment> of(SellerId seller, Collection<UUID> ids) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT * FROM dispatch_shipment
                         WHERE seller_id = :seller AND shipment_id = ANY (:ids)
                         ORDER BY asked_at, shipment_id
                        """)
                .param("seller", seller.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> shipment(row))
                .list());
    }

    /** The latest shipment of each of these orders. */
    public Map<OrderId, Shipment> latest(SellerId seller, Collection<OrderId> orders) {
        return transactions
                .in(seller, () -> db.sql(
                                """
                                SELECT DISTINCT ON (order_id) * FROM dispatch_shipment
                                 WHERE seller_id = :seller AND order_id = ANY (:orders)
                                 ORDER BY order_id, label_no DESC
                                """)
                        .param("seller", seller.value())
                        .param("orders", OrderId.values(orders))
                        .query((row, number) -> shipment(row))
                        .list())
                .stream()
                .collect(Collectors.toMap(Shipment::order, Function.identity()));
    }

    /** All shipments of an order, the latest first. */
    public List<Shipment> ofOrder(SellerId seller, OrderId order) {
        return ofOrders(seller, List.of(order));
    }

    /** All parcels of these orders, the latest of each first. */
    public List<Shipment> ofOrders(SellerId seller, Collection<OrderId> orders) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT * FROM dispatch_shipment
                         WHERE seller_id = :seller AND order_id = ANY (:orders)
                         ORDER BY order_id, label_no DESC
                        """)
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .query((row, number) -> shipment(row))
                .list());
    }

    /** Shipments in one of these states, the first booked first: what waits longest is to be seen to first. */
    public List<Shipment> in(SellerId seller, Collection<ShipmentState> states, int most) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT * FROM dispatch_shipment
                         WHERE seller_id = :seller AND state = ANY (:states)
                         ORDER BY asked_at, shipment_id
                         LIMIT :most
                        """)
                .param("seller", seller.value())
                .param("states", names(states))
                .param("most", most)
                .query((row, number) -> shipment(row))
                .list());
    }

    /** How many shipments stand in one of these states. */
    public long count(SellerId seller, Collection<ShipmentState> states) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT count(*) FROM dispatch_shipment WHERE seller_id = :seller AND state = ANY (:states)
                        """)
                .param("seller", seller.value())
                .param("states", names(states))
                .query(Long.class)
                .single());
    }

    /** The orders that a parcel is bought or being bought for which has not left. */
    public Set<OrderId> beingSent(SellerId seller) {
        return Set.copyOf(transactions.in(seller, () -> db.sql(
                        """
                        SELECT DISTINCT order_id FROM dispatch_shipment
                         WHERE seller_id = :seller
                           AND state IN ('BOOKING', %s)
                        """
                                .formatted(ShipmentState.BOUGHT_ONES))
                .param("seller", seller.value())
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .list()));
    }

    /**
     * Parcels that have left, the latest first.
     *
     * @param channel whether their channels know
     */
    public List<Shipment> left(SellerId seller, Shipment.ChannelState channel, int most) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT * FROM dispatch_shipment
                         WHERE seller_id = :seller AND state = 'DISPATCHED' AND channel_state = :channel
                         ORDER BY asked_at DESC, shipment_id
                         LIMIT :most
                        """)
                .param("seller", seller.value())
                .param("channel", channel.name())
                .param("most", most)
                .query((row, number) -> shipment(row))
                .list());
    }

    /** How many parcels have left whose channels stand so; to count those that know, which are nearly all, takes long. */
    public long countLeft(SellerId seller, Shipment.ChannelState channel) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT count(*) FROM dispatch_shipment
                         WHERE seller_id = :seller AND state = 'DISPATCHED' AND channel_state = :channel
                        """)
                .param("seller", seller.value())
                .param("channel", channel.name())
                .query(Long.class)
                .single());
    }

    private static String[] names(Collection<ShipmentState> states) {
        return states.stream().map(Enum::name).toArray(String[]::new);
    }

    static Shipment shipment(ResultSet row) throws SQLException {
        var channel = row.getString("channel_state");
        return new Shipment(
                row.getObject("shipment_id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getInt("label_no"),
                row.getObject("account_id", UUID.class),
                ShipmentState.valueOf(row.getString("state")),
                row.getString("service_code"),
                new Weight(row.getInt("weight_grams")),
                row.getString("made_because"),
                row.getString("reference"),
                row.getString("courier_order_id"),
                row.getBoolean("tracked"),
                row.getString("tracking_number"),
                row.getBoolean("tracking_typed"),
                row.getObject("tracking_due") != null,
                Optional.ofNullable(row.getObject("label_ends_on", LocalDate.class)),
                instant(row, "printed_at"),
                instant(row, "dispatched_at"),
                channel.isEmpty() ? Shipment.ChannelState.NOT_YET : Shipment.ChannelState.valueOf(channel),
                row.getString("wrong"),
                row.getString("mend"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
