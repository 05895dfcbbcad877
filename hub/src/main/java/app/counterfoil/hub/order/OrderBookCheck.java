package app.counterfoil.hub.order;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that nothing hangs on an order that is not there, and that no order is without its lines and its people. */
@Component
@Order(10)
class OrderBookCheck implements BookCheck {

    private static final String ORDERS = "SELECT count(*) FROM order_order WHERE seller_id = :seller";
    private static final String LINES = "SELECT count(*) FROM order_line WHERE seller_id = :seller";
    private static final String ORPHANS =
            """
            SELECT orphan.what || ' ' || orphan.id || ' belongs to order ' || orphan.order_id || ', which is not there.'
              FROM (SELECT 'Order line' AS what, line::text AS id, order_id FROM order_line WHERE seller_id = :seller
                    UNION ALL
                    SELECT 'Event', event_id::text, order_id FROM order_event WHERE seller_id = :seller
                    UNION ALL
                    SELECT 'Price', sold_in, order_id FROM order_price WHERE seller_id = :seller
                    UNION ALL
                    SELECT 'Part of a price', part::text, order_id FROM order_price_part WHERE seller_id = :seller) orphan
             WHERE NOT EXISTS (
                   SELECT 1 FROM order_order known
                    WHERE known.seller_id = :seller AND known.order_id = orphan.order_id)
             LIMIT :most
            """;
    private static final String WITHOUT_LINES =
            """
            SELECT 'Order ' || order_id || ' has no line.'
              FROM order_order bare
             WHERE seller_id = :seller
               AND NOT EXISTS (
                   SELECT 1 FROM order_line line
                    WHERE line.seller_id = :seller AND line.order_id = bare.order_id)
             LIMIT :most
            """;

    private static final String UNREAD_OF_NOTHING =
            """
            SELECT 'Sealed record order.unread ' || asked.id || ' has no entry under Needs attention.'
              FROM unnest(:ids::uuid[]) AS asked (id)
              LEFT JOIN order_attention entry
                ON entry.seller_id = :seller AND entry.attention_id = asked.id
             WHERE entry.attention_id IS NULL
            """;

    private final BookQuestions books;
    private final SellerTransactions transactions;
    private final Custody custody;
    private final MissingOrders missing;
    private final PeopleKept people;

    OrderBookCheck(
            BookQuestions books,
            SellerTransactions transactions,
            Custody custody,
            MissingOrders missing,
            PeopleKept people) {
        this.books = books;
        this.transactions = transactions;
        this.custody = custody;
        this.missing = missing;
        this.people = people;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var flaws = new ArrayList<Flaw>();
            flaws.addAll(Flaw.each(books.sentences(seller, ORPHANS), Checked.CHANGED_PAST_THE_PROGRAM));
            flaws.addAll(
                    Flaw.each(
                            books.sentences(seller, WITHOUT_LINES),
                            "Ask the channel for the order again: press Download under Connections. If it stays so, report it."));
            for (var kind :
                    List.of(Recipient.KIND, Recipient.TOLD, ToldMark.OF_RECIPIENT, Buyer.KIND, ToldMark.OF_BUYER)) {
                flaws.addAll(homeless(seller, kind));
            }
            flaws.addAll(people.flaws(seller));
            flaws.addAll(Flaw.each(
                    books.aboutSealed(seller, OrdersPutAside.KIND, UNREAD_OF_NOTHING),
                    Checked.CHANGED_PAST_THE_PROGRAM));
            return new Checked(
                    "%,d orders with %,d lines".formatted(books.count(seller, ORDERS), books.count(seller, LINES)),
                    flaws);
        });
    }

    private List<Flaw> homeless(SellerId seller, RecordKind<?> kind) {
        var sentences = new ArrayList<String>();
        custody.in(seller, vault -> {
            vault.checks().eachId(kind, page -> {
                for (UUID id : missing.among(seller, page)) {
                    sentences.add("Sealed record " + kind.name() + " " + id + " is of an order that is not there.");
                }
            });
            return sentences;
        });
        return Flaw.each(sentences, Checked.CHANGED_PAST_THE_PROGRAM);
    }
}
