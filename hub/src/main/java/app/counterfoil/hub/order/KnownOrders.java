package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds, locks and changes the rows of orders that we have already. */
@Component
class KnownOrders {

    /** An order we have already. */
    record Known(OrderId id, UUID account, Instant changedAt) {}

    /** What the channel now tells of an order we have, and where it stands with that. */
    record Told(OrderId id, OrderDraft draft, Set<HoldReason> holds, OrderState state) {

        @Override
        public String toString() {
            return "Told[" + id + ", " + state + "]";
        }
    }

    private static final String KNOWN =
            """
            SELECT known.*
              FROM unnest(:numbers) AS asked (channel_order_id)
             CROSS JOIN LATERAL (
                   SELECT channel_order_id, order_id, account_id, changed_at
                     FROM order_order
                    WHERE seller_id = :seller AND channel_order_id = asked.channel_order_id AND service = :service
                    ORDER BY account_id = :account DESC
                    LIMIT 1
                      FOR UPDATE) AS known
            """;
    private static final String ADOPT =
            """
            UPDATE order_order SET account_id = :account WHERE seller_id = :seller AND account_id = ANY (:removed)
            """;
    private static final String LOCK =
            """
            SELECT order_id, state FROM order_order
             WHERE seller_id = :seller AND order_id = ANY (:orders)
             ORDER BY order_id
               FOR UPDATE
            """;
    private static final String UPDATE =
            """
            UPDATE order_order AS held
               SET state = told.state, holds = told.holds::text[], by_channel = told.by_channel,
                   changed_at = told.changed_at, ship_by = COALESCE(told.ship_by, held.ship_by),
                   currency = told.currency, total_minor = told.total, shipping_minor = told.shipping,
                   refunded_minor = told.refunded, vat_by_channel = told.vat_by_channel,
                   cancel_requested = held.cancel_requested OR told.cancel_requested,
                   marketplace = CASE WHEN told.marketplace = '' THEN held.marketplace ELSE told.marketplace END,
                   territory = CASE WHEN told.territory = '' OR held.address_by_person THEN held.territory
                                    ELSE told.territory END,
                   business = CASE WHEN told.named THEN told.business ELSE held.business END,
                   gift = CASE WHEN told.named THEN told.gift ELSE held.gift END,
                   closed_on = COALESCE(held.closed_on, told.closed_on)
              FROM unnest(:orders::uuid[], :states::text[], :holds::text[], :byChannel::boolean[],
                          :changedAt::timestamptz[], :shipBy::timestamptz[], :currencies::text[], :totals::bigint[],
                          :shippings::bigint[], :refunds::bigint[], :vatByChannel::boolean[], :cancels::boolean[],
                          :marketplaces::text[], :territories::text[], :named::boolean[], :business::boolean[],
                          :gifts::boolean[], :closed::date[])
                   AS told (order_id, state, holds, by_channel, changed_at, ship_by, currency, total, shipping,
                            refunded, vat_by_channel, cancel_requested, marketplace, territory, named, business, gift,
                            closed_on)
             WHERE held.seller_id = :seller AND held.order_id = told.order_id
            """;
    private static final String MOVE =
            """
            UPDATE order_order
               SET state = :state, holds = '{}', closed_on = COALESCE(closed_on, :closed)
             WHERE seller_id = :seller AND order_id = ANY (:orders)
            """;
    private static final String HELD =
            """
            UPDATE order_order
               SET state = :state, holds = :holds,
                   cancel_requested = cancel_requested OR 'CANCEL_REQUESTED' = ANY (:holds)
             WHERE seller_id = :seller AND order_id = :order
            """;
    private static final String ADDRESSED =
            """
            UPDATE order_order
               SET territory = :territory, address_by_person = :byPerson,
                   extended_on = CASE WHEN :end > COALESCE(personal_ends_on, :today) THEN :today ELSE extended_on END,
                   extended_because = CASE WHEN :end > COALESCE(personal_ends_on, :today)
                                           THEN :because ELSE extended_because END,
                   personal_ends_on = GREATEST(personal_ends_on, :end), recipient_ends_on = :end
             WHERE seller_id = :seller AND order_id = :order
            """;
    private static final String CORRECTED =
            """
            UPDATE order_order
               SET address_by_person = address_by_person OR :recipient, buyer_by_person = buyer_by_person OR :buyer,
                   gift = CASE WHEN :recipient THEN :gift ELSE gift END,
                   territory = CASE WHEN :recipient AND closed_on IS NULL THEN :territory ELSE territory END
             WHERE seller_id = :seller AND order_id = :order
            """;
    private static final String ENDS =
            """
            UPDATE order_order
               SET personal_ends_on = GREATEST(personal_ends_on, :end)
             WHERE seller_id = :seller AND order_id = ANY (:orders)
            """;
    private final JdbcClient db;
    private final BusinessClock clock;

    KnownOrders(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * The orders of these numbers that we have, locked; of this account if there is one, else of another account at the
     * same channel.
     */
    Map<String, Known> known(Account account, Collection<String> numbers) {
        var known = new HashMap<String, Known>();
        db.sql(KNOWN)
                .param("seller", account.seller().value())
                .param("service", account.service().name())
                .param("account", account.id())
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    known.put(
                            row.getString("channel_order_id"),
                            new Known(
                                    new OrderId(row.getObject("order_id", UUID.class)),
                                    row.getObject("account_id", UUID.class),
                                    row.getObject("changed_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return known;
    }

    /** All orders of accounts that were removed come in through this one now; it is the same shop at the channel. */
    void adopt(Account account, Collection<UUID> removed) {
        db.sql(ADOPT)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("removed", removed.toArray(UUID[]::new))
                .update();
    }

    /** Locks the orders until the transaction ends, always in the same order, and tells where they stand. */
    Map<OrderId, OrderState> lock(SellerId seller, Collection<OrderId> orders) {
        var states = new HashMap<OrderId, OrderState>();
        db.sql(LOCK)
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .query(row -> {
                    states.put(
                            new OrderId(row.getObject("order_id", UUID.class)),
                            OrderState.valueOf(row.getString("state")));
                });
        return states;
    }

    /**
     * Locks the orders, all or none.
     *
     * @throws NoSuchOrder if one of them is not the seller's
     */
    void lockAll(SellerId seller, Collection<OrderId> orders) {
        if (!lock(seller, orders).keySet().containsAll(orders)) {
            throw new NoSuchOrder();
        }
    }

    void update(SellerId seller, List<Told> told) {
        db.sql(UPDATE)
                .param("seller", seller.value())
                .param("orders", Columns.ids(told, Told::id))
                .param("states", Columns.texts(told, each -> each.state().name()))
                .param("holds", Columns.holds(told, Told::holds))
                .param("byChannel", Columns.flags(told, each -> each.draft().byChannel()))
                .param("changedAt", Columns.times(told, each -> each.draft().changedAt()))
                .param(
                        "shipBy",
                        Columns.times(told, each -> each.draft().shipBy().orElse(null)))
                .param(
                        "currencies",
                        Columns.texts(
                                told, each -> each.draft().total().currency().getCurrencyCode()))
                .param(
                        "totals",
                        Columns.numbers(told, each -> each.draft().total().minor()))
                .param(
                        "shippings",
                        Columns.numbers(told, each -> each.draft().shipping().minor()))
                .param(
                        "refunds",
                        Columns.numbers(told, each -> each.draft().refunded().minor()))
                .param("vatByChannel", Columns.flags(told, each -> each.draft().vatByChannel()))
                .param("cancels", Columns.flags(told, each -> each.draft().cancelRequested()))
                .param("marketplaces", Columns.texts(told, each -> each.draft().marketplace()))
                .param(
                        "territories",
                        Columns.texts(told, each -> each.draft().territory().code()))
                .param(
                        "named",
                        Columns.flags(told, each -> each.draft().recipient().isPresent()))
                .param("business", Columns.flags(told, each -> each.draft().isBusiness()))
                .param("gifts", Columns.flags(told, each -> each.draft().isGift()))
                .param("closed", Columns.days(told, each -> each.draft().closedOn()))
                .update();
    }

    void move(SellerId seller, Collection<OrderId> orders, OrderState state) {
        db.sql(MOVE)
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .param("state", state.name())
                .param("closed", clock.today())
                .update();
    }

    void held(SellerId seller, OrderId order, Set<HoldReason> holds, OrderState state) {
        db.sql(HELD)
                .param("seller", seller.value())
                .param("order", order.value())
                .param("state", state.name())
                .param("holds", names(holds))
                .update();
    }

    /**
     * The order has another address, which is sealed until that day.
     *
     * @param byPerson whether a person has typed it
     * @param because the code of why it is needed, told where its people live longer with it
     */
    void addressed(SellerId seller, OrderId order, Territory to, boolean byPerson, LocalDate end, String because) {
        db.sql(ADDRESSED)
                .param("seller", seller.value())
                .param("order", order.value())
                .param("territory", to.code())
                .param("byPerson", byPerson)
                .param("end", end)
                .param("today", clock.today())
                .param("because", because)
                .update();
    }

    /**
     * Whom it is for was put right on their request; from now on the channel does not change these parts by repeating itself.
     * Where it went to stays with an order that has closed.
     */
    void corrected(SellerId seller, OrderId order, Optional<Recipient> recipient, boolean buyer) {
        db.sql(CORRECTED)
                .param("seller", seller.value())
                .param("order", order.value())
                .param("recipient", recipient.isPresent())
                .param("buyer", buyer)
                .param("territory", recipient.map(to -> to.territory().code()).orElse(""))
                .param(
                        "gift",
                        recipient.filter(to -> !to.giftMessage().isBlank()).isPresent())
                .update();
    }

    void personalEnds(SellerId seller, Collection<OrderId> orders, LocalDate end) {
        db.sql(ENDS)
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .param("end", end)
                .update();
    }

    static List<HoldReason> holds(ResultSet row) throws SQLException {
        var holds = EnumSet.noneOf(HoldReason.class);
        for (var name : (String[]) row.getArray("holds").getArray()) {
            holds.add(HoldReason.valueOf(name));
        }
        return List.copyOf(new ArrayList<>(holds));
    }

    private static String[] names(Set<HoldReason> holds) {
        return holds.stream().map(Enum::name).toArray(String[]::new);
    }
}
