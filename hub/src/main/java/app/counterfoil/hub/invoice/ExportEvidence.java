package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The evidence that goods have left, which nought per cent hangs on: by which day it is to be held for each order, and of which
 * it is. If the day passes without it, VAT is due in the period in which it passes; evidence that comes later puts it right in
 * the period in which it comes (VEXP30300).
 */
@Component
public class ExportEvidence {

    private static final String DUE =
            """
            SELECT invoice.order_id, invoice.order_reference, invoice.territory, invoice.supplied_on, invoice.evidence_due,
                   invoice.net_minor, invoice.currency, evidence.kind, evidence.held_on
              FROM invoice_invoice invoice
              LEFT JOIN invoice_evidence evidence
                     ON evidence.seller_id = invoice.seller_id AND evidence.order_id = invoice.order_id
             WHERE invoice.seller_id = :seller AND invoice.evidence_due IS NOT NULL AND invoice.replaces IS NULL
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    ExportEvidence(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * An order whose VAT hangs on evidence.
     *
     * @param order the order
     * @param reference the channel's number of it
     * @param to where the goods went
     * @param suppliedOn the time of supply
     * @param due the last day to hold it
     * @param value what they were sold for without VAT
     * @param held what is held, if anything
     */
    public record Due(
            OrderId order,
            String reference,
            Territory to,
            LocalDate suppliedOn,
            LocalDate due,
            Money value,
            Optional<Held> held) {}

    /**
     * Evidence that is held.
     *
     * @param kind which
     * @param since the first day on which it was held
     */
    public record Held(EvidenceKind kind, LocalDate since) {}

    /** Orders of which none is held yet, the most urgent first. */
    public List<Due> missing(SellerId seller, int most) {
        return list(seller, " AND evidence.kind IS NULL ORDER BY evidence_due, order_reference LIMIT :most", most);
    }

    /** Orders of which it is held, the latest first. */
    public List<Due> held(SellerId seller, int most) {
        return list(
                seller,
                " AND evidence.kind IS NOT NULL ORDER BY evidence.said_at DESC, order_reference LIMIT :most",
                most);
    }

    private List<Due> list(SellerId seller, String which, int most) {
        return transactions.in(seller, () -> db.sql(DUE + which)
                .param("seller", seller.value())
                .param("most", most)
                .query((row, number) -> due(row))
                .list());
    }

    /** Of how many orders none is held and that day is the last one, or one before it was. */
    public long missingBy(SellerId seller, LocalDate day) {
        return transactions.in(seller, () -> db.sql("SELECT count(*) FROM (" + DUE
                        + " AND evidence.kind IS NULL AND invoice.evidence_due <= :day) due")
                .param("seller", seller.value())
                .param("day", day)
                .query(Long.class)
                .single());
    }

    /** Notes that it is held of these orders, since today; tells of how many. Of others that need none nothing is noted. */
    public int hold(SellerId seller, Collection<OrderId> orders, EvidenceKind kind, UUID person) {
        return transactions.in(seller, () -> db.sql(
                        """
                        INSERT INTO invoice_evidence (seller_id, order_id, kind, held_on, said_at, person_id)
                        SELECT :seller, invoice.order_id, :kind, :today, :now, :person
                          FROM invoice_invoice invoice
                         WHERE invoice.seller_id = :seller AND invoice.order_id = ANY (:orders)
                           AND invoice.evidence_due IS NOT NULL AND invoice.replaces IS NULL
                            ON CONFLICT (seller_id, order_id) DO NOTHING
                        """)
                .param("seller", seller.value())
                .param("kind", kind.name())
                .param("today", clock.today())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .param("orders", OrderId.values(orders))
                .update());
    }

    /** Takes it back: it was a mistake. */
    public void takeBack(SellerId seller, OrderId order) {
        transactions.run(
                seller, () -> db.sql("DELETE FROM invoice_evidence WHERE seller_id = :seller AND order_id = :order")
                        .param("seller", seller.value())
                        .param("order", order.value())
                        .update());
    }

    private static Due due(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return new Due(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("order_reference"),
                new Territory(row.getString("territory")),
                row.getObject("supplied_on", LocalDate.class),
                row.getObject("evidence_due", LocalDate.class),
                new Money(row.getLong("net_minor"), Currency.getInstance(row.getString("currency"))),
                kind == null
                        ? Optional.empty()
                        : Optional.of(new Held(EvidenceKind.valueOf(kind), row.getObject("held_on", LocalDate.class))));
    }
}
