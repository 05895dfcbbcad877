package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is known of the seller's orders without opening anything personal. */
@Component
public class Orders {

    private static final String PAGE =
            """
            SELECT *
              FROM order_order
             WHERE seller_id = :seller
               AND (CAST(:state AS text) IS NULL OR state = :state)
               AND (CAST(:service AS text) IS NULL OR service = :service)
               AND (CAST(:territory AS text) IS NULL OR territory = :territory)
               AND (CAST(:from AS timestamptz) IS NULL OR placed_at >= :from)
               AND (CAST(:until AS timestamptz) IS NULL OR placed_at < :until)
               AND (CAST(:only AS uuid[]) IS NULL OR order_id = ANY (:only))
               AND (CAST(:beforeTime AS timestamptz) IS NULL
                    OR (placed_at, order_id) < (:beforeTime, CAST(:beforeId AS uuid)))
             ORDER BY placed_at DESC, order_id DESC
             LIMIT :most
            """;
    private static final String BY_IDS =
            """
            SELECT * FROM order_order WHERE seller_id = :seller AND order_id = ANY (:ids) ORDER BY placed_at, order_id
            """;
    private static final String BY_NUMBER =
            """
            SELECT * FROM order_order WHERE seller_id = :seller AND channel_order_id = :number ORDER BY placed_at, order_id
            """;
    private static final String LINES =
            """
            SELECT order_id, channel_line_id, sku, title, quantity, total_minor
              FROM order_line
             WHERE seller_id = :seller AND order_id = ANY (:ids)
             ORDER BY order_id, line
            """;

    /** Each state is named, so that the database knows which is rare and looks for its orders in the index. */
    private static final String COUNTS = Stream.of(OrderState.values())
            .map(state ->
                    """
                    SELECT 'STATE' AS state, count(*) AS orders
                      FROM (SELECT 1 FROM order_order WHERE seller_id = :seller AND state = 'STATE' LIMIT :most) AS some_of_it
                    """
                            .replace("STATE", state.name()))
            .collect(Collectors.joining("UNION ALL "));

    private final JdbcClient db;
    private final SellerTransactions transactions;

    Orders(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * A place in the list, behind which the next page begins.
     *
     * @param placedAt when its order was placed
     * @param id its order
     */
    public record Place(Instant placedAt, OrderId id) {}

    /** A page of the list, the latest orders first, behind the place if one is given. */
    public List<OrderFacts> page(SellerId seller, OrderFilter filter, Optional<Place> behind, int most) {
        return transactions.in(
                seller,
                () -> withLines(
                        seller,
                        db.sql(PAGE)
                                .param("seller", seller.value())
                                .param("state", filter.state().map(Enum::name).orElse(null))
                                .param(
                                        "service",
                                        filter.service().map(Enum::name).orElse(null))
                                .param("territory", filter.territory().orElse(null))
                                .param(
                                        "from",
                                        filter.from().map(Orders::startOf).orElse(null))
                                .param(
                                        "until",
                                        filter.until()
                                                .map(day -> startOf(day.plusDays(1)))
                                                .orElse(null))
                                .param(
                                        "only",
                                        filter.only().map(OrderId::values).orElse(null))
                                .param(
                                        "beforeTime",
                                        behind.map(place -> place.placedAt().atOffset(ZoneOffset.UTC))
                                                .orElse(null))
                                .param(
                                        "beforeId",
                                        behind.map(place -> place.id().value()).orElse(null))
                                .param("most", most)
                                .query((row, number) -> facts(row))
                                .list()));
    }

    /** These orders, the oldest first; those that are not the seller's are missing. */
    public List<OrderFacts> of(SellerId seller, Collection<OrderId> ids) {
        return transactions.in(seller, () -> withLines(seller, withoutLines(seller, ids)));
    }

    /** These orders, the oldest first, for whoever does not ask what was ordered: none of them has a line. */
    public List<OrderFacts> withoutLines(SellerId seller, Collection<OrderId> ids) {
        return transactions.in(seller, () -> db.sql(BY_IDS)
                .param("seller", seller.value())
                .param("ids", OrderId.values(ids))
                .query((row, number) -> facts(row))
                .list());
    }

    /** The orders that a channel knows by that number; two channels, or two accounts of one, may have the same. */
    public List<OrderFacts> numbered(SellerId seller, String channelOrderId) {
        return transactions.in(
                seller,
                () -> withLines(
                        seller,
                        db.sql(BY_NUMBER)
                                .param("seller", seller.value())
                                .param("number", channelOrderId)
                                .query((row, number) -> facts(row))
                                .list()));
    }

    /** Those of these numbers of channels that are numbers of the seller's orders. */
    public Map<String, OrderId> numbered(SellerId seller, Collection<String> numbers) {
        var found = new HashMap<String, OrderId>();
        transactions.run(seller, () -> db.sql(
                        """
                        SELECT channel_order_id, order_id FROM order_order
                         WHERE seller_id = :seller AND channel_order_id = ANY (:numbers)
                        """)
                .param("seller", seller.value())
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), new OrderId(row.getObject(2, UUID.class)));
                }));
        return found;
    }

    /** One order of the seller. */
    public Optional<OrderFacts> one(SellerId seller, OrderId id) {
        return of(seller, List.of(id)).stream().findFirst();
    }

    /** Orders of the account that wait for their address, at most so many and not always the same. */
    public List<OrderFacts> awaitingAddress(SellerId seller, UUID account, int most) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT * FROM order_order
                         WHERE seller_id = :seller AND account_id = :account AND holds @> ARRAY['ADDRESS_NEEDED']
                         ORDER BY random()
                         LIMIT :most
                        """)
                .param("seller", seller.value())
                .param("account", account)
                .param("most", most)
                .query((row, number) -> facts(row))
                .list());
    }

    /** How many orders stand where, each state counted up to so many: whoever shows it needs no more. */
    public Map<OrderState, Long> counts(SellerId seller, int most) {
        var counts = new EnumMap<OrderState, Long>(OrderState.class);
        transactions.run(seller, () -> db.sql(COUNTS)
                .param("seller", seller.value())
                .param("most", most)
                .query(row -> {
                    if (row.getLong("orders") > 0) {
                        counts.put(OrderState.valueOf(row.getString("state")), row.getLong("orders"));
                    }
                }));
        return counts;
    }

    /** The destinations there are orders to, each found by one look behind the one before it. */
    public List<String> territories(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                        WITH RECURSIVE place (territory) AS (
                            SELECT ''
                             UNION ALL
                            SELECT (SELECT further.territory
                                      FROM order_order AS further
                                     WHERE further.seller_id = :seller AND further.territory > place.territory
                                     ORDER BY further.territory
                                     LIMIT 1)
                              FROM place
                             WHERE place.territory IS NOT NULL)
                        SELECT territory FROM place WHERE territory <> '' ORDER BY territory
                        """)
                .param("seller", seller.value())
                .query(String.class)
                .list());
    }

    /** The products of all orders by their SKU, each with its latest title; those that have none by their title. */
    public List<Product> products(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT DISTINCT ON (sku, CASE WHEN sku = '' THEN title END) sku, title FROM order_line
                         WHERE seller_id = :seller
                         ORDER BY sku, CASE WHEN sku = '' THEN title END, order_id DESC
                        """)
                .param("seller", seller.value())
                .query((row, number) -> new Product(row.getString(1), row.getString(2)))
                .list());
    }

    /**
     * A product as it was sold.
     *
     * @param sku the seller's stock keeping unit, or empty: channels do not ask for one
     * @param title its title at the channel
     */
    public record Product(String sku, String title) {}

    private List<OrderFacts> withLines(SellerId seller, List<OrderFacts> orders) {
        var lines = new HashMap<OrderId, List<OrderLine>>();
        var currencies = new HashMap<OrderId, Currency>();
        orders.forEach(order -> currencies.put(order.id(), order.total().currency()));
        db.sql(LINES)
                .param("seller", seller.value())
                .param("ids", OrderId.values(currencies.keySet()))
                .query(row -> {
                    var id = new OrderId(row.getObject("order_id", UUID.class));
                    var currency = currencies.get(id);
                    if (currency != null) {
                        lines.computeIfAbsent(id, first -> new ArrayList<>())
                                .add(new OrderLine(
                                        row.getString("channel_line_id"),
                                        row.getString("sku"),
                                        row.getString("title"),
                                        row.getInt("quantity"),
                                        new Money(row.getLong("total_minor"), currency)));
                    }
                });
        return orders.stream()
                .map(order -> with(order, lines.getOrDefault(order.id(), List.of())))
                .toList();
    }

    private static OrderFacts with(OrderFacts order, List<OrderLine> lines) {
        return new OrderFacts(
                order.id(),
                order.account(),
                order.service(),
                order.channelOrderId(),
                order.state(),
                order.holds(),
                order.byChannel(),
                order.placedAt(),
                order.shipBy(),
                order.total(),
                order.shipping(),
                order.territory(),
                order.business(),
                order.vatByChannel(),
                order.gift(),
                order.marketplace(),
                order.cancelRequested(),
                order.refunded(),
                order.subject(),
                order.personalEndsOn(),
                order.recipientEndsOn(),
                order.closedOn(),
                List.copyOf(lines));
    }

    private static OrderFacts facts(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new OrderFacts(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getObject("account_id", UUID.class),
                OutsideService.valueOf(row.getString("service")),
                row.getString("channel_order_id"),
                OrderState.valueOf(row.getString("state")),
                KnownOrders.holds(row),
                row.getBoolean("by_channel"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ship_by", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                new Money(row.getLong("total_minor"), currency),
                new Money(row.getLong("shipping_minor"), currency),
                new Territory(row.getString("territory")),
                row.getBoolean("business"),
                row.getBoolean("vat_by_channel"),
                row.getBoolean("gift"),
                row.getString("marketplace"),
                row.getBoolean("cancel_requested"),
                new Money(row.getLong("refunded_minor"), currency),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                Optional.ofNullable(row.getObject("personal_ends_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("recipient_ends_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
                List.of());
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    }
}
