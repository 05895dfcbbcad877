package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has happened to orders, as it is written down when it happens and told to whoever looks at one. */
@Component
public class Timeline {

    private static final String INSERT =
            """
            INSERT INTO order_event (seller_id, order_id, event_id, at, what, detail, person_id)
            SELECT :seller, fresh.order_id, gen_random_uuid(), :now, fresh.what, fresh.detail, :person
              FROM unnest(:orders::uuid[], :whats::text[], :details::text[]) AS fresh (order_id, what, detail)
            """;
    private static final String OF_ORDER =
            """
            SELECT at, what, detail, person_id
              FROM order_event
             WHERE seller_id = :seller AND order_id = :order
             ORDER BY at DESC, event_id
            """;
    private static final String HAVING =
            """
            SELECT DISTINCT order_id
              FROM order_event
             WHERE seller_id = :seller AND order_id = ANY (:orders) AND what = :what
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;
    private final Map<String, Happening> happenings = new HashMap<>();

    Timeline(
            JdbcClient db,
            SellerTransactions transactions,
            BusinessClock clock,
            ObjectProvider<TellsHappenings> ofOtherModules) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        Arrays.stream(OrderHappening.values()).forEach(this::know);
        ofOtherModules.forEach(module -> module.all().forEach(this::know));
    }

    private void know(Happening happening) {
        var other = happenings.putIfAbsent(happening.name(), happening);
        if (other != null) {
            throw new IllegalStateException("Two happenings are called " + happening.name() + ".");
        }
    }

    /** What happened to an order, the latest first. */
    public List<OrderEvent> of(SellerId seller, OrderId order) {
        return transactions.in(seller, () -> db.sql(OF_ORDER)
                .param("seller", seller.value())
                .param("order", order.value())
                .query((row, number) -> new OrderEvent(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        happening(row.getString(2)),
                        row.getString(3),
                        Optional.ofNullable(row.getObject(4, UUID.class))))
                .list());
    }

    /** Those of these orders to which that has happened, once or more often. */
    Set<OrderId> having(Happening what, SellerId seller, Collection<OrderId> orders) {
        return db
                .sql(HAVING)
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .param("what", what.name())
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .stream()
                .collect(Collectors.toSet());
    }

    /**
     * Writes down that the same has happened to each of these orders.
     *
     * @param detail a state, number, code or sentence that says nothing about a person, or empty
     * @param person who did it, if it was a person
     */
    public void write(
            SellerId seller, Collection<OrderId> orders, Happening what, String detail, Optional<UUID> person) {
        var notes = orders.stream().map(order -> new Note(order, what, detail)).toList();
        transactions.run(seller, () -> write(seller, notes, person));
    }

    /** Something that has happened to an order, to be written down. */
    record Note(OrderId order, Happening what, String detail) {}

    /** Writes all of it down at once, in the running transaction. */
    void write(SellerId seller, List<Note> notes, Optional<UUID> person) {
        if (notes.isEmpty()) {
            return;
        }
        db.sql(INSERT)
                .param("seller", seller.value())
                .param("orders", Columns.ids(notes, Note::order))
                .param("whats", Columns.texts(notes, note -> note.what().name()))
                .param("details", Columns.texts(notes, Note::detail))
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("person", person.orElse(null), Types.OTHER)
                .update();
    }

    private Happening happening(String name) {
        return happenings.getOrDefault(name, new NoLongerHappens(name));
    }
}
