package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.MissingOrders;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks the purchase of labels: each is bought once, its outcome is known, and its label is there until it ends. */
@Component
@Order(20)
class DispatchBookCheck implements BookCheck {

    private static final String SHIPMENTS = "SELECT count(*) FROM dispatch_shipment WHERE seller_id = :seller";
    private static final String STATES =
            """
            SELECT 'Shipment ' || shipment_id || ' is ' || state || ' without ' || CASE
                       WHEN state = 'DISPATCHED' THEN 'the day it left, or what its channel knows.'
                       WHEN booked_at IS NULL THEN 'the time it was booked.'
                       WHEN courier_order_id = '' THEN 'the courier''s number.'
                       ELSE 'the end of its label.' END
              FROM dispatch_shipment
             WHERE seller_id = :seller
               AND (state IN (%s)
                    AND (booked_at IS NULL OR courier_order_id = '')
                 OR state = 'BOOKED' AND label_ends_on IS NULL
                 OR state = 'DISPATCHED' AND (dispatched_at IS NULL OR booked_at IS NULL OR channel_state = ''))
             LIMIT :most
            """
                    .formatted(ShipmentState.BOUGHT_ONES);
    private static final String BOUGHT_TWICE =
            """
            SELECT 'The courier''s number ' || courier_order_id || ' stands at ' || count(*) || ' shipments of account '
                   || account_id || ': ' || string_agg(shipment_id::text, ', ' ORDER BY shipment_id) || '.'
              FROM dispatch_shipment
             WHERE seller_id = :seller AND courier_order_id <> ''
             GROUP BY account_id, courier_order_id
            HAVING count(*) > 1
             LIMIT :most
            """;
    private static final String TWO_FOR_AN_ORDER =
            """
            SELECT 'Order ' || order_id || ' has ' || count(*) || ' labels that are bought and not void: shipments '
                   || string_agg(shipment_id::text, ', ' ORDER BY shipment_id) || '.'
              FROM dispatch_shipment
             WHERE seller_id = :seller AND state IN (%s)
             GROUP BY order_id
            HAVING count(*) > 1
             LIMIT :most
            """
                    .formatted(ShipmentState.BOUGHT_ONES);
    /** Asked about again a minute after nobody does; an hour later nobody has. */
    private static final String STUCK =
            """
            SELECT 'Shipment ' || shipment_id || ' is ' || state || ', and nobody has asked the courier about it for an hour.'
              FROM dispatch_shipment
             WHERE seller_id = :seller AND state IN (%s)
               AND claimed_until < :now - interval '1 hour'
             LIMIT :most
            """
                    .formatted(ShipmentState.ASKED_ABOUT);

    private static final String ORPHAN_LINES =
            """
            SELECT 'Line ' || channel_line_id || ' of a parcel is of shipment ' || shipment_id || ', which is not there.'
              FROM dispatch_parcel_line line
             WHERE seller_id = :seller
               AND NOT EXISTS (
                   SELECT 1 FROM dispatch_shipment shipment
                    WHERE shipment.seller_id = :seller AND shipment.shipment_id = line.shipment_id)
             LIMIT :most
            """;

    /** What was booked before the first disclosure of the shop was written has none. */
    private static final String BOOKED_SINCE =
            "SELECT shipment_id FROM dispatch_shipment WHERE seller_id = :seller AND asked_at > :since";

    private static final String LABELS_OF_NOTHING =
            """
            SELECT 'A label is sealed for shipment ' || asked.id || ', which is not there.'
              FROM unnest(:ids::uuid[]) AS asked (id)
              LEFT JOIN dispatch_shipment shipment
                ON shipment.seller_id = :seller AND shipment.shipment_id = asked.id
             WHERE shipment.shipment_id IS NULL
            """;

    private final BookQuestions books;
    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final LabelsKept labels;
    private final MissingOrders missing;
    private final Disclosures disclosures;

    DispatchBookCheck(
            BookQuestions books,
            JdbcClient db,
            SellerTransactions transactions,
            LabelsKept labels,
            MissingOrders missing,
            Disclosures disclosures) {
        this.books = books;
        this.db = db;
        this.transactions = transactions;
        this.labels = labels;
        this.missing = missing;
        this.disclosures = disclosures;
    }

    @Override
    public String name() {
        return "parcels and labels";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var flaws = new ArrayList<Flaw>();
            flaws.addAll(Flaw.each(books.sentences(seller, STATES), Checked.CHANGED_PAST_THE_PROGRAM));
            flaws.addAll(Flaw.each(
                    books.sentences(seller, BOUGHT_TWICE),
                    "Look the number up at the courier, and report it: one was not bought."));
            flaws.addAll(
                    Flaw.each(
                            books.sentences(seller, TWO_FOR_AN_ORDER),
                            "Use one of the labels, and call the others off at the courier: a void label found in the post is charged."));
            flaws.addAll(
                    Flaw.each(
                            books.sentences(seller, STUCK),
                            "Start the hub, which asks the courier every few minutes; if it runs, look at the courier's connection."));
            flaws.addAll(Flaw.each(books.sentences(seller, ORPHAN_LINES), Checked.CHANGED_PAST_THE_PROGRAM));
            flaws.addAll(Flaw.each(withoutOrder(seller), Checked.CHANGED_PAST_THE_PROGRAM));
            flaws.addAll(Flaw.each(undisclosed(seller), Checked.CHANGED_PAST_THE_PROGRAM));
            flaws.addAll(Flaw.each(
                    labels.missing(seller),
                    "Make a new label on the order's page, or print it at the courier's own pages."));
            flaws.addAll(Flaw.each(
                    books.aboutSealed(seller, LabelDocument.KIND, LABELS_OF_NOTHING),
                    Checked.CHANGED_PAST_THE_PROGRAM));
            return new Checked(
                    "%,d shipments, %,d with a label that still prints"
                            .formatted(books.count(seller, SHIPMENTS), labels.count(seller)),
                    flaws);
        });
    }

    private List<String> undisclosed(SellerId seller) {
        var booked = disclosures.since(seller).stream()
                .flatMap(since -> db
                        .sql(BOOKED_SINCE)
                        .param("seller", seller.value())
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .query(UUID.class)
                        .list()
                        .stream())
                .toList();
        return disclosures.without(seller, DisclosingAct.BOOK_PARCEL, booked).stream()
                .map(shipment -> "Shipment " + shipment
                        + " was booked at its courier, and that its recipient's data went there is not written.")
                .toList();
    }

    private List<String> withoutOrder(SellerId seller) {
        var orders = db.sql("SELECT DISTINCT order_id FROM dispatch_shipment WHERE seller_id = :seller")
                .param("seller", seller.value())
                .query(UUID.class)
                .list();
        return missing.among(seller, orders).stream()
                .map(order -> "A shipment is of order " + order + ", which is not there.")
                .toList();
    }
}
