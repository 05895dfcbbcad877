package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.PlaceOrders.NewOrder;
import app.counterfoil.vault.SubjectId;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes orders, their lines and their events: a page in one statement each. */
@Component
class OrderRows {

    /** An order we have already. */
    record Known(
            OrderId id, SubjectId subject, OrderState state, Instant changedAt, Optional<LocalDate> personalEndsOn) {}

    private static final String KNOWN =
            """
            SELECT known.*
              FROM unnest(:ids) AS asked (channel_order_id)
             CROSS JOIN LATERAL (
                   SELECT channel_order_id, order_id, subject_id, state, changed_at, personal_ends_on
                     FROM order_order
                    WHERE seller_id = :seller AND account_id = :account
                      AND channel_order_id = asked.channel_order_id
                    LIMIT 1
                      FOR UPDATE) AS known
            """;
    private static final String INSERT =
            """
            INSERT INTO order_order
                   (seller_id, account_id, service, order_id, channel_order_id, state, held_because, by_channel,
                    placed_at, changed_at, ship_by, currency, total_minor, shipping_minor, territory, business,
                    vat_by_channel, gift, subject_id, personal_ends_on, closed_on)
            SELECT :seller, :account, :service, fresh.*
              FROM unnest(:orders::uuid[], :channelIds::text[], :states::text[], :held::text[], :byChannel::boolean[],
                          :placedAt::timestamptz[], :changedAt::timestamptz[], :shipBy::timestamptz[],
                          :currencies::text[], :totals::bigint[], :shippings::bigint[], :territories::text[],
                          :business::boolean[], :vatByChannel::boolean[], :gifts::boolean[], :subjects::uuid[],
                          :ends::date[], :closed::date[]) AS fresh
            """;
    private static final String INSERT_LINES =
            """
            INSERT INTO order_line (seller_id, order_id, line, channel_line_id, sku, title, quantity, total_minor)
            SELECT :seller, fresh.*
              FROM unnest(:orders::uuid[], :lines::smallint[], :channelIds::text[], :skus::text[], :titles::text[],
                          :quantities::int[], :totals::bigint[]) AS fresh
            """;
    private static final String INSERT_EVENTS =
            """
            INSERT INTO order_event (seller_id, order_id, event_id, at, what, detail, person_id)
            SELECT :seller, fresh.order_id, gen_random_uuid(), :now, :what, fresh.detail, :person
              FROM unnest(:orders::uuid[], :details::text[]) AS fresh (order_id, detail)
            """;
    private static final String UPDATE =
            """
            UPDATE order_order
               SET state = :state, held_because = :held, changed_at = :changedAt, total_minor = :total,
                   shipping_minor = :shipping, territory = CASE WHEN :territory = '' THEN territory ELSE :territory END,
                   closed_on = COALESCE(closed_on, :closed)
             WHERE seller_id = :seller AND order_id = :order
            """;
    private static final String STATE =
            """
            UPDATE order_order
               SET state = :state, held_because = :held, closed_on = COALESCE(closed_on, :closed)
             WHERE seller_id = :seller AND order_id = ANY (:orders)
            """;
    private static final String ENDS =
            """
            UPDATE order_order
               SET personal_ends_on = GREATEST(personal_ends_on, :end)
             WHERE seller_id = :seller AND order_id = ANY (:orders)
            """;

    private final JdbcClient db;
    private final BusinessClock clock;

    OrderRows(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    Map<String, Known> known(Account account, Collection<String> channelIds) {
        var known = new HashMap<String, Known>();
        db.sql(KNOWN)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("ids", channelIds.toArray(String[]::new))
                .query(row -> {
                    known.put(
                            row.getString("channel_order_id"),
                            new Known(
                                    new OrderId(row.getObject("order_id", UUID.class)),
                                    new SubjectId(row.getObject("subject_id", UUID.class)),
                                    OrderState.valueOf(row.getString("state")),
                                    row.getObject("changed_at", OffsetDateTime.class)
                                            .toInstant(),
                                    Optional.ofNullable(row.getObject("personal_ends_on", LocalDate.class))));
                });
        return known;
    }

    void insert(Account account, List<NewOrder> fresh) {
        db.sql(INSERT)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("service", account.service().name())
                .param("orders", fresh.stream().map(order -> order.id().value()).toArray(UUID[]::new))
                .param("channelIds", texts(fresh, order -> order.draft().channelOrderId()))
                .param("states", texts(fresh, order -> order.draft().state().name()))
                .param("held", texts(fresh, order -> order.draft().heldBecause()))
                .param("byChannel", flags(fresh, order -> order.draft().byChannel()))
                .param("placedAt", times(fresh, order -> order.draft().placedAt()))
                .param("changedAt", times(fresh, order -> order.draft().changedAt()))
                .param("shipBy", times(fresh, order -> order.draft().shipBy().orElse(null)))
                .param(
                        "currencies",
                        texts(fresh, order -> order.draft().total().currency().getCurrencyCode()))
                .param("totals", numbers(fresh, order -> order.draft().total().minor()))
                .param(
                        "shippings",
                        numbers(fresh, order -> order.draft().shipping().minor()))
                .param(
                        "territories",
                        texts(fresh, order -> Territory.of(order.draft().recipient())))
                .param("business", flags(fresh, OrderRows::isBusiness))
                .param("vatByChannel", flags(fresh, order -> order.draft().vatByChannel()))
                .param("gifts", flags(fresh, OrderRows::isGift))
                .param(
                        "subjects",
                        fresh.stream().map(order -> order.subject().value()).toArray(UUID[]::new))
                .param("ends", texts(fresh, order -> order.personalEndsOn()
                        .map(LocalDate::toString)
                        .orElse(null)))
                .param("closed", texts(fresh, order -> closedOn(order.draft())
                        .map(LocalDate::toString)
                        .orElse(null)))
                .update();
        insertLines(account.seller(), fresh);
        events(
                account.seller(),
                fresh.stream().map(NewOrder::id).toList(),
                "PLACED",
                fresh.stream().map(order -> order.draft().state().name()).toList(),
                Optional.empty());
    }

    void update(Account account, Known before, OrderDraft draft) {
        var state = legal(before.state(), draft.state());
        db.sql(UPDATE)
                .param("seller", account.seller().value())
                .param("order", before.id().value())
                .param("state", state.name())
                .param("held", state == draft.state() ? draft.heldBecause() : "")
                .param("changedAt", draft.changedAt().atOffset(ZoneOffset.UTC))
                .param("total", draft.total().minor())
                .param("shipping", draft.shipping().minor())
                .param("territory", Territory.of(draft.recipient()))
                .param("closed", closedOn(draft).orElse(null))
                .update();
        var what = state == before.state() ? "CHANGED_AT_CHANNEL" : "MOVED_AT_CHANNEL";
        events(account.seller(), List.of(before.id()), what, List.of(state.name()), Optional.empty());
    }

    void move(SellerId seller, Collection<OrderId> orders, OrderState state, String held, Optional<UUID> person) {
        db.sql(STATE)
                .param("seller", seller.value())
                .param("orders", ids(orders))
                .param("state", state.name())
                .param("held", held)
                .param("closed", state.isOpen() ? null : clock.today())
                .update();
        events(
                seller,
                orders,
                "MOVED",
                orders.stream().map(order -> state.name()).toList(),
                person);
    }

    void personalEnds(SellerId seller, Collection<OrderId> orders, LocalDate end) {
        db.sql(ENDS)
                .param("seller", seller.value())
                .param("orders", ids(orders))
                .param("end", end)
                .update();
    }

    void events(SellerId seller, Collection<OrderId> orders, String what, List<String> details, Optional<UUID> person) {
        db.sql(INSERT_EVENTS)
                .param("seller", seller.value())
                .param("orders", ids(orders))
                .param("details", details.toArray(String[]::new))
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("what", what)
                .param("person", person.orElse(null), Types.OTHER)
                .update();
    }

    /** A channel may tell an older story than ours: what we have dispatched stays dispatched. */
    private static OrderState legal(OrderState from, OrderState to) {
        return from == to || from.next().contains(to) ? to : from;
    }

    private void insertLines(SellerId seller, List<NewOrder> fresh) {
        record Row(UUID order, short number, OrderDraft.Line line) {}
        var lines = new ArrayList<Row>();
        for (var order : fresh) {
            short number = 1;
            for (var line : order.draft().lines()) {
                lines.add(new Row(order.id().value(), number++, line));
            }
        }
        db.sql(INSERT_LINES)
                .param("seller", seller.value())
                .param("orders", lines.stream().map(Row::order).toArray(UUID[]::new))
                .param("lines", lines.stream().map(Row::number).toArray(Short[]::new))
                .param("channelIds", texts(lines, row -> row.line().channelLineId()))
                .param("skus", texts(lines, row -> row.line().sku()))
                .param("titles", texts(lines, row -> row.line().title()))
                .param(
                        "quantities",
                        lines.stream().map(row -> row.line().quantity()).toArray(Integer[]::new))
                .param("totals", numbers(lines, row -> row.line().total().minor()))
                .update();
    }

    private static boolean isBusiness(NewOrder order) {
        return order.draft().recipient().filter(to -> !to.company().isBlank()).isPresent()
                || order.draft()
                        .buyer()
                        .filter(buyer -> !buyer.vatNumber().isBlank())
                        .isPresent();
    }

    private static boolean isGift(NewOrder order) {
        return order.draft()
                .recipient()
                .filter(to -> !to.giftMessage().isBlank())
                .isPresent();
    }

    private static Optional<LocalDate> closedOn(OrderDraft draft) {
        return draft.state().isOpen()
                ? Optional.empty()
                : Optional.of(draft.changedAt().atZone(BusinessClock.ZONE).toLocalDate());
    }

    private static UUID[] ids(Collection<OrderId> orders) {
        return orders.stream().map(OrderId::value).toArray(UUID[]::new);
    }

    private static <T> String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> Long[] numbers(List<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <T> Boolean[] flags(List<T> rows, Function<T, Boolean> column) {
        return rows.stream().map(column).toArray(Boolean[]::new);
    }

    private static <T> String[] times(List<T> rows, Function<T, @Nullable Instant> column) {
        return rows.stream()
                .map(column)
                .map(time -> time == null ? null : time.toString())
                .toArray(String[]::new);
    }
}
