package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which orders something is about, when it has to be found out how far it reached; it tells ids and no people. */
@Component
public class OrdersInScope {

    private static final String COLUMNS =
            """
            SELECT order_id, subject_id, service,
                   num_nonnulls(personal_ends_on, recipient_ends_on, buyer_ends_on) > 0 AS had_people
              FROM order_order
             WHERE seller_id = :seller
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;

    OrdersInScope(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * An order.
     *
     * @param id which
     * @param subject whose data belongs to it
     * @param service the channel it came from
     * @param hadPeople whether anybody was ever held of it who was not forgotten since
     */
    public record One(UUID id, SubjectId subject, OutsideService service, boolean hadPeople) {}

    /** The orders of a channel that were placed in some time, from the first moment to before the last. */
    public List<One> placed(SellerId seller, OutsideService service, Instant from, Instant before) {
        return transactions.in(seller, () -> db.sql(
                        COLUMNS
                                + """
                                   AND service = :service AND placed_at >= :from AND placed_at < :before
                                 ORDER BY order_id
                                """)
                .param("seller", seller.value())
                .param("service", service.name())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> one(row))
                .list());
    }

    /** These orders, as far as they are the seller's. */
    public List<One> of(SellerId seller, Collection<UUID> ids) {
        return asked(seller, "AND order_id = ANY (:ids)", ids);
    }

    /** The orders whose people these are. */
    public List<One> about(SellerId seller, Collection<SubjectId> subjects) {
        return asked(
                seller,
                "AND subject_id = ANY (:ids)",
                subjects.stream().map(SubjectId::value).toList());
    }

    private List<One> asked(SellerId seller, String which, Collection<UUID> ids) {
        return transactions.in(seller, () -> db.sql(COLUMNS + which + " ORDER BY order_id")
                .param("seller", seller.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> one(row))
                .list());
    }

    private static One one(ResultSet row) throws SQLException {
        return new One(
                row.getObject("order_id", UUID.class),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                OutsideService.valueOf(row.getString("service")),
                row.getBoolean("had_people"));
    }
}
