package app.counterfoil.hub.order;

import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.RecordKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes at the orders until when their people are sealed, and compares that with what is sealed; always in the
 * transaction of what is done or checked.
 */
@Component
class PeopleKept {

    private static final String RECIPIENTS =
            """
            SELECT order_id AS id, subject_id, recipient_ends_on AS ends_on, 'order ' || channel_order_id AS of_what
              FROM order_order
             WHERE seller_id = :seller AND recipient_ends_on > :today AND order_id > :after
             ORDER BY order_id
             LIMIT :page
            """;
    private static final String BUYERS =
            """
            SELECT order_id AS id, subject_id, buyer_ends_on AS ends_on, 'order ' || channel_order_id AS of_what
              FROM order_order
             WHERE seller_id = :seller AND buyer_ends_on > :today AND order_id > :after
             ORDER BY order_id
             LIMIT :page
            """;
    private static final String UNREAD =
            """
            SELECT attention_id AS id, subject_id, ends_on, 'entry ' || attention_id AS of_what
              FROM order_attention
             WHERE seller_id = :seller AND resolved_at IS NULL AND ends_on > :today AND attention_id > :after
             ORDER BY attention_id
             LIMIT :page
            """;
    private static final String NOTE_RECIPIENTS =
            """
            UPDATE order_order held
               SET recipient_ends_on = sealed.day
              FROM unnest(:orders::uuid[], :days::date[]) AS sealed (order_id, day)
             WHERE held.seller_id = :seller AND held.order_id = sealed.order_id
            """;
    private static final String NOTE_BUYERS =
            """
            UPDATE order_order held
               SET buyer_ends_on = sealed.day
              FROM unnest(:orders::uuid[], :days::date[]) AS sealed (order_id, day)
             WHERE held.seller_id = :seller AND held.order_id = sealed.order_id
            """;
    /** What has ended, or never was, is not carried on. */
    private static final String NOTE_CARRIED_ON =
            """
            UPDATE order_order
               SET recipient_ends_on = CASE WHEN recipient_ends_on > :today
                                            THEN GREATEST(recipient_ends_on, :delivery) ELSE recipient_ends_on END,
                   buyer_ends_on = CASE WHEN buyer_ends_on > :today
                                        THEN GREATEST(buyer_ends_on, :service) ELSE buyer_ends_on END
             WHERE seller_id = :seller AND order_id = ANY (:orders)
            """;

    private final JdbcClient db;
    private final BookQuestions books;
    private final BusinessClock clock;

    PeopleKept(JdbcClient db, BookQuestions books, BusinessClock clock) {
        this.db = db;
        this.books = books;
        this.clock = clock;
    }

    /** Notes until when the records of that kind of these orders are sealed from now on; of other kinds nothing is noted. */
    void note(SellerId seller, RecordKind<?> kind, Map<UUID, LocalDate> ends) {
        if (ends.isEmpty() || !(kind.equals(Recipient.KIND) || kind.equals(Buyer.KIND))) {
            return;
        }
        var days = List.copyOf(ends.entrySet());
        db.sql(kind.equals(Recipient.KIND) ? NOTE_RECIPIENTS : NOTE_BUYERS)
                .param("seller", seller.value())
                .param("orders", days.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param("days", Columns.texts(days, day -> day.getValue().toString()))
                .update();
    }

    /** Notes that the people of these orders are sealed until then at least. */
    void noteCarriedOn(SellerId seller, List<UUID> orders, PeopleEnd end) {
        db.sql(NOTE_CARRIED_ON)
                .param("seller", seller.value())
                .param("today", clock.today())
                .param("delivery", end.delivery())
                .param("service", end.service())
                .param("orders", orders.toArray(UUID[]::new))
                .update();
    }

    /** Who should open and is not there, though nobody was forgotten. */
    List<Flaw> flaws(SellerId seller) {
        var flaws = new ArrayList<Flaw>();
        flaws.addAll(Flaw.each(
                books.missing(seller, Recipient.KIND, "recipient", RECIPIENTS),
                "Fetch the address anew on the order's page, or restore a backup."));
        flaws.addAll(
                Flaw.each(
                        books.missing(seller, Buyer.KIND, "buyer", BUYERS),
                        "Download orders: the buyer comes back when the channel next changes the order. Else restore a backup."));
        flaws.addAll(Flaw.each(
                books.missing(seller, OrdersPutAside.KIND, "unread order", UNREAD),
                "Download orders: what its channel still tells is kept anew. Else restore a backup."));
        return flaws;
    }
}
