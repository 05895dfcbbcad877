package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.retention.FollowsPolicy;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Labels end when the seller's policy says, counted from the day on which they were booked. */
@Component
class LabelsFollowPolicy implements FollowsPolicy {

    private static final int BATCH = 500;
    private static final String LIVING =
            """
            SELECT shipment_id, order_id, booked_at, label_ends_on
              FROM dispatch_shipment
             WHERE seller_id = :seller AND shipment_id > :after AND label_ends_on > :today AND booked_at IS NOT NULL
             ORDER BY shipment_id
             LIMIT :batch
            """;
    private static final String ENDS =
            """
            UPDATE dispatch_shipment held
               SET label_ends_on = fresh.day
              FROM unnest(:shipments::uuid[], :days::date[]) AS fresh (shipment_id, day)
             WHERE held.seller_id = :seller AND held.shipment_id = fresh.shipment_id
            """;

    private record Label(UUID shipment, OrderId order, LocalDate made, LocalDate endsOn) {}

    private final JdbcClient db;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final Orders orders;
    private final BusinessClock clock;

    LabelsFollowPolicy(
            JdbcClient db, Custody custody, SellerTransactions transactions, Orders orders, BusinessClock clock) {
        this.db = db;
        this.custody = custody;
        this.transactions = transactions;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public Purpose purpose() {
        return Purpose.LABEL;
    }

    @Override
    public Batch look(SellerId seller, RetentionPolicy policy, UUID after) {
        return transactions.in(seller, () -> {
            var labels = living(seller, after, LIVING);
            return batch(labels, moves(labels, policy));
        });
    }

    @Override
    public Batch move(SellerId seller, RetentionPolicy policy, UUID after) {
        return transactions.in(seller, () -> {
            var labels = living(seller, after, LIVING + " FOR UPDATE");
            var moves = moves(labels, policy);
            seal(seller, labels, moves);
            return batch(labels, moves);
        });
    }

    private void seal(SellerId seller, List<Label> labels, Map<UUID, Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        var subjects = subjects(seller, labels);
        var earlier = new LinkedHashMap<RecordRef, LocalDate>();
        var later = new LinkedHashMap<RecordRef, LocalDate>();
        for (var label : labels) {
            var move = moves.get(label.shipment());
            var subject = subjects.get(label.order());
            if (move != null && subject != null) {
                (move.to().isBefore(move.from()) ? earlier : later)
                        .put(new RecordRef(label.shipment(), subject), move.to());
            }
        }
        custody.in(seller, vault -> {
            vault.carryOn(new Opening(HubJob.RETENTION, Purpose.LABEL, "POLICY_LENGTHENED"), LabelDocument.KIND, later);
            return vault.sealEarlier(
                    new Opening(HubJob.RETENTION, Purpose.LABEL, "POLICY_SHORTENED"),
                    LabelDocument.KIND,
                    earlier,
                    "POLICY_SHORTENED");
        });
        var today = clock.today();
        db.sql(ENDS)
                .param("shipments", moves.keySet().toArray(UUID[]::new))
                .param(
                        "days",
                        moves.values().stream()
                                .map(move -> move.to().isBefore(today) ? today : move.to())
                                .map(LocalDate::toString)
                                .toArray(String[]::new))
                .param("seller", seller.value())
                .update();
    }

    private Map<OrderId, SubjectId> subjects(SellerId seller, List<Label> labels) {
        return orders.of(seller, labels.stream().map(Label::order).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(OrderFacts::id, OrderFacts::subject));
    }

    private static Map<UUID, Move> moves(List<Label> labels, RetentionPolicy policy) {
        var moves = new LinkedHashMap<UUID, Move>();
        for (var label : labels) {
            var to = policy.labelMade(label.made());
            if (!to.equals(label.endsOn())) {
                moves.put(label.shipment(), new Move(label.endsOn(), to));
            }
        }
        return moves;
    }

    private static Batch batch(List<Label> labels, Map<UUID, Move> moves) {
        return new Batch(
                List.copyOf(moves.values()),
                labels.size() < BATCH
                        ? Optional.empty()
                        : Optional.of(labels.get(labels.size() - 1).shipment()));
    }

    private List<Label> living(SellerId seller, UUID after, String sql) {
        return db.sql(sql)
                .param("seller", seller.value())
                .param("after", after)
                .param("today", clock.today())
                .param("batch", BATCH)
                .query((row, number) -> new Label(
                        row.getObject("shipment_id", UUID.class),
                        new OrderId(row.getObject("order_id", UUID.class)),
                        row.getObject("booked_at", OffsetDateTime.class)
                                .atZoneSameInstant(BusinessClock.ZONE)
                                .toLocalDate(),
                        row.getObject("label_ends_on", LocalDate.class)))
                .list();
    }
}
