package app.counterfoil.hub.rights;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done about requests, step by step; nothing in it is changed or names anybody. */
@Component
public class RequestLog {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    RequestLog(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A step.
     *
     * @param what which
     * @param detail codes and numbers that go with it, or empty
     * @param at when
     * @param person who has done it; empty for what the hub does by itself
     */
    public record Entry(Step what, String detail, Instant at, Optional<UUID> person) {}

    /** The steps of a request, the latest first. */
    public List<Entry> of(SellerId seller, UUID request) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT what, detail, at, person_id FROM rights_step
                         WHERE seller_id = :seller AND request_id = :request ORDER BY step_no DESC
                        """)
                .param("seller", seller.value())
                .param("request", request)
                .query((row, number) -> new Entry(
                        Step.valueOf(row.getString("what")),
                        row.getString("detail"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("person_id", UUID.class))))
                .list());
    }

    void write(SellerId seller, UUID request, Step what, String detail, Optional<UUID> person) {
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO rights_step (seller_id, request_id, at, what, detail, person_id)
                        VALUES (:seller, :request, :now, :what, :detail, CAST(:person AS uuid))
                        """)
                .param("seller", seller.value())
                .param("request", request)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("what", what.name())
                .param("detail", detail)
                .param("person", person.orElse(null))
                .update());
    }
}
