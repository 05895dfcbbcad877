package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.retention.LegalHold;
import app.counterfoil.hub.retention.LegalHolds;
import app.counterfoil.hub.retention.WorthALook;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names the orders that somebody may still have to do with before their people end. */
@Component
class OrdersWorthALook implements WorthALook {

    private static final int MOST = 200;
    private static final String ENDING =
            """
            SELECT order_id, channel_order_id, service, state, holds, personal_ends_on, closed_on
              FROM order_order
             WHERE seller_id = :seller AND personal_ends_on > :today AND personal_ends_on <= :last
               AND (state = 'ON_HOLD' OR (state = 'RETURNED' AND refunded_minor < total_minor))
             ORDER BY personal_ends_on, order_id
             LIMIT :most
            """;
    private static final String PUT_ASIDE =
            """
            SELECT channel_order_id, ends_on
              FROM order_attention
             WHERE seller_id = :seller AND resolved_at IS NULL AND ends_on > :today AND ends_on <= :last
             ORDER BY ends_on, attention_id
             LIMIT :most
            """;

    private static final String NAMED =
            """
            SELECT order_id, channel_order_id, service, state, holds, personal_ends_on, closed_on
              FROM order_order
             WHERE seller_id = :seller AND personal_ends_on > :today AND personal_ends_on <= :last
               AND (order_id = ANY (:orders) OR subject_id = ANY (:subjects))
             ORDER BY personal_ends_on, order_id
             LIMIT :most
            """;
    private static final String OPEN =
            """
            SELECT count(*)
              FROM order_order
             WHERE seller_id = :seller AND personal_ends_on > :today AND personal_ends_on <= :last
               AND state IN (%s) AND :most > 0
            """
                    .formatted(OrderState.OPEN_ONES);
    private static final UUID[] NONE = {};

    private final JdbcClient db;
    private final Custody custody;
    private final LegalHolds legalHolds;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    OrdersWorthALook(
            JdbcClient db,
            Custody custody,
            LegalHolds legalHolds,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.db = db;
        this.custody = custody;
        this.legalHolds = legalHolds;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Look> endingUntil(SellerId seller, LocalDate last) {
        return transactions.in(seller, () -> {
            var looks = new ArrayList<>(asked(ENDING, seller, last)
                    .query((row, number) -> look(row, reason(row)))
                    .list());
            looks.addAll(onLegalHold(seller, last));
            looks.addAll(restricted(seller, last));
            looks.addAll(asked(PUT_ASIDE, seller, last)
                    .query((row, number) -> new Look(
                            "Order " + row.getString("channel_order_id"),
                            "/attention",
                            row.getObject("ends_on", LocalDate.class),
                            "It was put aside, since it could not be taken in",
                            Optional.empty()))
                    .list());
            return looks;
        });
    }

    @Override
    public long carriedOnUntil(SellerId seller, LocalDate last) {
        return transactions.in(
                seller, () -> asked(OPEN, seller, last).query(Long.class).single());
    }

    private List<Look> onLegalHold(SellerId seller, LocalDate last) {
        var held = legalHolds.all(seller).stream()
                .filter(LegalHold::stands)
                .map(LegalHold::order)
                .toArray(UUID[]::new);
        return held.length == 0
                ? List.of()
                : named(seller, last, held, NONE, "It is on legal hold; the copy stays, the rest ends");
    }

    private List<Look> restricted(SellerId seller, LocalDate last) {
        var subjects = custody.in(seller, vault -> vault.restrictions().endingUntil(last)).stream()
                .map(SubjectId::value)
                .toArray(UUID[]::new);
        return subjects.length == 0
                ? List.of()
                : named(seller, last, NONE, subjects, "Its use is restricted (Art 18); ask the person before it ends");
    }

    private List<Look> named(SellerId seller, LocalDate last, UUID[] orders, UUID[] subjects, String reason) {
        return asked(NAMED, seller, last)
                .param("orders", orders)
                .param("subjects", subjects)
                .query((row, number) -> look(row, reason))
                .list();
    }

    private static String reason(ResultSet row) throws SQLException {
        return row.getString("state").equals("RETURNED")
                ? "Open return: it came back and is not refunded in full"
                : "It is on hold, and carried on until somebody decides";
    }

    private static Look look(ResultSet row, String reason) throws SQLException {
        var limit = OutsideService.valueOf(row.getString("service")).limit();
        return new Look(
                "Order " + row.getString("channel_order_id"),
                "/orders/" + row.getObject("order_id", UUID.class),
                row.getObject("personal_ends_on", LocalDate.class),
                reason,
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)).map(day -> new Closed(day, limit)));
    }

    private JdbcClient.StatementSpec asked(String sql, SellerId seller, LocalDate last) {
        return db.sql(sql)
                .param("seller", seller.value())
                .param("today", clock.today())
                .param("last", last)
                .param("most", MOST);
    }
}
