package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.measure.SellerId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes orders and their lines: a page in one statement each. */
@Component
class OrderRows {

    private static final String INSERT =
            """
            INSERT INTO order_order
                   (seller_id, account_id, service, order_id, channel_order_id, state, holds, by_channel,
                    placed_at, changed_at, ship_by, currency, total_minor, shipping_minor, territory, business,
                    vat_by_channel, gift, marketplace, refunded_minor, cancel_requested, subject_id,
                    personal_ends_on, recipient_ends_on, buyer_ends_on, closed_on)
            SELECT :seller, :account, :service, fresh.order_id, fresh.channel_order_id, fresh.state,
                   fresh.holds::text[], fresh.by_channel, fresh.placed_at, fresh.changed_at, fresh.ship_by,
                   fresh.currency, fresh.total, fresh.shipping, fresh.territory, fresh.business, fresh.vat_by_channel,
                   fresh.gift, fresh.marketplace, fresh.refunded, fresh.cancel_requested, fresh.subject_id,
                   fresh.ends_on, fresh.recipient_ends_on, fresh.buyer_ends_on, fresh.closed_on
              FROM unnest(:orders::uuid[], :channelIds::text[], :states::text[], :holds::text[], :byChannel::boolean[],
                          :placedAt::timestamptz[], :changedAt::timestamptz[], :shipBy::timestamptz[],
                          :currencies::text[], :totals::bigint[], :shippings::bigint[], :territories::text[],
                          :business::boolean[], :vatByChannel::boolean[], :gifts::boolean[], :marketplaces::text[],
                          :refunds::bigint[], :cancels::boolean[], :subjects::uuid[], :ends::date[],
                          :recipientEnds::date[], :buyerEnds::date[], :closed::date[])
                   AS fresh (order_id, channel_order_id, state, holds, by_channel, placed_at, changed_at, ship_by,
                             currency, total, shipping, territory, business, vat_by_channel, gift, marketplace,
                             refunded, cancel_requested, subject_id, ends_on, recipient_ends_on, buyer_ends_on,
                             closed_on)
            """;
    private static final String INSERT_LINES =
            """
            INSERT INTO order_line (seller_id, order_id, line, channel_line_id, sku, title, quantity, total_minor)
            SELECT :seller, fresh.*
              FROM unnest(:orders::uuid[], :lines::smallint[], :channelIds::text[], :skus::text[], :titles::text[],
                          :quantities::int[], :totals::bigint[]) AS fresh
            """;
    private static final String REMOVE_LINES =
            """
            DELETE FROM order_line WHERE seller_id = :seller AND order_id = ANY (:orders)
            """;
    private final JdbcClient db;

    OrderRows(JdbcClient db) {
        this.db = db;
    }

    void insert(Account account, List<NewOrder> fresh) {
        db.sql(INSERT)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("service", account.service().name())
                .param("orders", Columns.ids(fresh, NewOrder::id))
                .param("channelIds", Columns.texts(fresh, order -> order.draft().channelOrderId()))
                .param(
                        "states",
                        Columns.texts(fresh, order -> order.draft().state().name()))
                .param("holds", Columns.holds(fresh, order -> order.draft().holds()))
                .param("byChannel", Columns.flags(fresh, order -> order.draft().byChannel()))
                .param("placedAt", Columns.times(fresh, order -> order.draft().placedAt()))
                .param("changedAt", Columns.times(fresh, order -> order.draft().changedAt()))
                .param(
                        "shipBy",
                        Columns.times(fresh, order -> order.draft().shipBy().orElse(null)))
                .param(
                        "currencies",
                        Columns.texts(
                                fresh, order -> order.draft().total().currency().getCurrencyCode()))
                .param(
                        "totals",
                        Columns.numbers(fresh, order -> order.draft().total().minor()))
                .param(
                        "shippings",
                        Columns.numbers(fresh, order -> order.draft().shipping().minor()))
                .param(
                        "territories",
                        Columns.texts(fresh, order -> order.draft().territory().code()))
                .param("business", Columns.flags(fresh, order -> order.draft().isBusiness()))
                .param("vatByChannel", Columns.flags(fresh, order -> order.draft()
                        .vatByChannel()))
                .param("gifts", Columns.flags(fresh, order -> order.draft().isGift()))
                .param("marketplaces", Columns.texts(fresh, order -> order.draft()
                        .marketplace()))
                .param(
                        "refunds",
                        Columns.numbers(fresh, order -> order.draft().refunded().minor()))
                .param("cancels", Columns.flags(fresh, order -> order.draft().cancelRequested()))
                .param(
                        "subjects",
                        fresh.stream().map(order -> order.subject().value()).toArray(UUID[]::new))
                .param("ends", Columns.days(fresh, NewOrder::personalEndsOn))
                .param("recipientEnds", Columns.days(fresh, NewOrder::recipientEndsOn))
                .param("buyerEnds", Columns.days(fresh, NewOrder::buyerEndsOn))
                .param("closed", Columns.days(fresh, order -> order.draft().closedOn()))
                .update();
        insertLines(account.seller(), lines(fresh, NewOrder::id, NewOrder::draft));
    }

    /** Puts the lines that the channel now tells in the place of those it told before. */
    void replaceLines(SellerId seller, List<KnownOrders.Told> told) {
        db.sql(REMOVE_LINES)
                .param("seller", seller.value())
                .param("orders", Columns.ids(told, KnownOrders.Told::id))
                .update();
        insertLines(seller, lines(told, KnownOrders.Told::id, KnownOrders.Told::draft));
    }

    private record LineRow(OrderId order, short number, OrderDraft.Line line) {}

    private static <T> List<LineRow> lines(List<T> rows, Function<T, OrderId> id, Function<T, OrderDraft> draft) {
        var lines = new ArrayList<LineRow>();
        for (var row : rows) {
            short number = 1;
            for (var line : draft.apply(row).lines()) {
                lines.add(new LineRow(id.apply(row), number++, line));
            }
        }
        return lines;
    }

    private void insertLines(SellerId seller, List<LineRow> lines) {
        db.sql(INSERT_LINES)
                .param("seller", seller.value())
                .param("orders", Columns.ids(lines, LineRow::order))
                .param("lines", lines.stream().map(LineRow::number).toArray(Short[]::new))
                .param("channelIds", Columns.texts(lines, row -> row.line().channelLineId()))
                .param("skus", Columns.texts(lines, row -> row.line().sku()))
                .param("titles", Columns.texts(lines, row -> row.line().title()))
                .param(
                        "quantities",
                        lines.stream().map(row -> row.line().quantity()).toArray(Integer[]::new))
                .param(
                        "totals",
                        Columns.numbers(lines, row -> row.line().total().minor()))
                .update();
    }
}
