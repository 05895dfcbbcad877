package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.custody.HeldPart.Line;
import app.counterfoil.hub.custody.KeepsPeople;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what people add to what is held on their orders, and tells it whenever that is looked at. */
@Component
@Order(50)
public class Statements implements KeepsPeople {

    private final JdbcClient db;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    Statements(JdbcClient db, Custody custody, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The names of the requests that a statement beside this order belongs to; nothing is opened. */
    public List<String> beside(SellerId seller, UUID order) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT DISTINCT 'R-' || request.request_no
                          FROM rights_statement statement
                          JOIN rights_request request
                            ON request.seller_id = :seller AND request.request_id = statement.request_id
                         WHERE statement.seller_id = :seller AND statement.order_id = :order
                           AND request.record_ends_on > :today
                         ORDER BY 1
                        """)
                .param("seller", seller.value())
                .param("order", order)
                .param("today", clock.today())
                .query(String.class)
                .list());
    }

    @Override
    public Map<UUID, List<HeldPart>> of(SellerId seller, List<UUID> orders, Opens opens) {
        var rows = transactions.in(seller, () -> db.sql(
                        """
                        SELECT statement_id, order_id, subject_id FROM rights_statement
                         WHERE seller_id = :seller AND order_id = ANY (:orders) ORDER BY added_at, statement_id
                        """)
                .param("seller", seller.value())
                .param("orders", orders.toArray(UUID[]::new))
                .query((row, number) -> new Beside(
                        new RecordRef(
                                row.getObject("statement_id", UUID.class),
                                new SubjectId(row.getObject("subject_id", UUID.class))),
                        row.getObject("order_id", UUID.class)))
                .list());
        var opened = opens.open(Statement.KIND, rows.stream().map(Beside::ref).toList());
        var parts = new HashMap<UUID, List<HeldPart>>();
        for (var row : rows) {
            if (opened.get(row.ref().id()) instanceof Outcome.Opened<Statement> statement) {
                parts.computeIfAbsent(row.order(), each -> new ArrayList<>())
                        .add(new HeldPart(
                                "What they have added",
                                Purpose.RIGHTS_REQUEST,
                                statement.endsOn(),
                                List.of(new Line(
                                        "In their words", statement.content().text()))));
            }
        }
        return parts;
    }

    private record Beside(RecordRef ref, UUID order) {}

    /** Adds one to an order, in the running transaction. */
    void add(SellerId seller, RightsRequest request, UUID order, Statement statement, UUID person) {
        var id = UUID.randomUUID();
        custody.in(seller, vault -> {
            vault.seal(
                    List.of(new Sealing<>(Statement.KIND, id, request.subject(), request.recordEndsOn(), statement)));
            return id;
        });
        db.sql(
                        """
                        INSERT INTO rights_statement
                               (seller_id, request_id, statement_id, order_id, subject_id, added_at, person_id)
                        VALUES (:seller, :request, :id, :order, :subject, :now, :person)
                        """)
                .param("seller", seller.value())
                .param("request", request.id())
                .param("id", id)
                .param("order", order)
                .param("subject", request.subject().value())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update();
    }

    /** Carries those of a request on to the end of its record, in the running transaction. */
    void carryOn(SellerId seller, RightsRequest request, Opening opening, LocalDate end) {
        var ends = new LinkedHashMap<RecordRef, LocalDate>();
        db.sql("SELECT statement_id FROM rights_statement WHERE seller_id = :seller AND request_id = :request")
                .param("seller", seller.value())
                .param("request", request.id())
                .query(UUID.class)
                .list()
                .forEach(id -> ends.put(new RecordRef(id, request.subject()), end));
        custody.in(seller, vault -> vault.carryOn(opening, Statement.KIND, ends));
    }
}
