package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.retention.ChannelLimit;
import app.counterfoil.hub.retention.FollowsPolicy;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.SellerVault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The people of orders that have closed end when the seller's policy says. Open orders are carried on by the week and are
 * left alone, and so is an address that was renewed after dispatch.
 */
final class ClosedOrdersFollowPolicy implements FollowsPolicy {

    private static final int BATCH = 500;
    private static final String CLOSED =
            """
            SELECT order_id, subject_id, service, closed_on
              FROM order_order
             WHERE seller_id = :seller AND order_id > :after AND closed_on > :since
               AND state IN (%s)
               AND NOT (:renewedStay AND COALESCE(extended_on > closed_on, false))
             ORDER BY order_id
             LIMIT :batch
            """
                    .formatted(OrderState.CLOSED_ONES);
    private static final String ENDS =
            """
            UPDATE order_order held
               SET personal_ends_on = fresh.day
              FROM unnest(:orders::uuid[], :days::date[]) AS fresh (order_id, day)
             WHERE held.seller_id = :seller AND held.order_id = fresh.order_id AND held.personal_ends_on > :today
            """;

    private record Closed(RecordRef ref, ChannelLimit limit, LocalDate on) {}

    private final JdbcClient db;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final PeopleKept kept;
    private final BusinessClock clock;
    private final Purpose purpose;
    private final List<RecordKind<?>> kinds;

    ClosedOrdersFollowPolicy(
            JdbcClient db,
            Custody custody,
            SellerTransactions transactions,
            PeopleKept kept,
            BusinessClock clock,
            Purpose purpose,
            List<RecordKind<?>> kinds) {
        this.db = db;
        this.custody = custody;
        this.transactions = transactions;
        this.kept = kept;
        this.clock = clock;
        this.purpose = purpose;
        this.kinds = kinds;
    }

    @Override
    public Purpose purpose() {
        return purpose;
    }

    @Override
    public Batch look(SellerId seller, RetentionPolicy policy, UUID after) {
        return transactions.in(seller, () -> {
            var closed = closed(seller, after, CLOSED);
            return batch(closed, custody.in(seller, vault -> kinds.stream()
                    .flatMap(kind -> moves(vault, kind, closed, policy).values().stream())
                    .toList()));
        });
    }

    @Override
    public Batch move(SellerId seller, RetentionPolicy policy, UUID after) {
        return transactions.in(seller, () -> {
            var closed = closed(seller, after, CLOSED + " FOR UPDATE");
            var moved = custody.in(seller, vault -> {
                var moves = new ArrayList<Move>();
                kinds.forEach(kind -> moves.addAll(move(seller, vault, kind, closed, policy)));
                return moves;
            });
            if (purpose == Purpose.DELIVERY && !closed.isEmpty()) {
                writeEnds(seller, closed, policy);
            }
            return batch(closed, moved);
        });
    }

    private <T> List<Move> move(
            SellerId seller, SellerVault vault, RecordKind<T> kind, List<Closed> closed, RetentionPolicy policy) {
        var earlier = new LinkedHashMap<RecordRef, LocalDate>();
        var later = new LinkedHashMap<RecordRef, LocalDate>();
        var moves = moves(vault, kind, closed, policy);
        moves.forEach((ref, move) -> (move.to().isBefore(move.from()) ? earlier : later).put(ref, move.to()));
        vault.sealEarlier(
                new Opening(HubJob.RETENTION, purpose, "POLICY_SHORTENED"), kind, earlier, "POLICY_SHORTENED");
        vault.carryOn(new Opening(HubJob.RETENTION, purpose, "POLICY_LENGTHENED"), kind, later);
        kept.note(
                seller,
                kind,
                moves.entrySet().stream()
                        .collect(Collectors.toMap(move -> move.getKey().id(), move -> move.getValue()
                                .to())));
        return List.copyOf(moves.values());
    }

    private Map<RecordRef, Move> moves(
            SellerVault vault, RecordKind<?> kind, List<Closed> closed, RetentionPolicy policy) {
        var living =
                vault.endsOf(kind, closed.stream().map(each -> each.ref().id()).toList());
        var moves = new LinkedHashMap<RecordRef, Move>();
        for (var each : closed) {
            var to = policy.orderClosed(purpose, each.on(), each.limit());
            Optional.ofNullable(living.get(each.ref().id()))
                    .filter(from -> !from.equals(to))
                    .ifPresent(from -> moves.put(each.ref(), new Move(from, to)));
        }
        return moves;
    }

    private static Batch batch(List<Closed> closed, List<Move> moves) {
        return new Batch(
                moves,
                closed.size() < BATCH
                        ? Optional.empty()
                        : Optional.of(closed.get(closed.size() - 1).ref().id()));
    }

    private List<Closed> closed(SellerId seller, UUID after, String sql) {
        return db.sql(sql)
                .param("seller", seller.value())
                .param("after", after)
                .param("since", clock.today().minusDays(RetentionPolicy.DEFAULT.daysOf(purpose)))
                .param("renewedStay", purpose == Purpose.DELIVERY)
                .param("batch", BATCH)
                .query((row, number) -> new Closed(
                        new RecordRef(
                                row.getObject("order_id", UUID.class),
                                new SubjectId(row.getObject("subject_id", UUID.class))),
                        OutsideService.valueOf(row.getString("service")).limit(),
                        row.getObject("closed_on", LocalDate.class)))
                .list();
    }

    private void writeEnds(SellerId seller, List<Closed> closed, RetentionPolicy policy) {
        var today = clock.today();
        var days = new HashMap<UUID, LocalDate>();
        for (var each : closed) {
            var day = policy.orderClosed(purpose, each.on(), each.limit());
            days.put(each.ref().id(), day.isBefore(today) ? today : day);
        }
        db.sql(ENDS)
                .param("orders", days.keySet().toArray(UUID[]::new))
                .param("days", days.values().stream().map(LocalDate::toString).toArray(String[]::new))
                .param("seller", seller.value())
                .param("today", today)
                .update();
    }
}
