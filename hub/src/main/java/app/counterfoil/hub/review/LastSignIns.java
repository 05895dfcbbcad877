package app.counterfoil.hub.review;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Notes when each of the shop's people signed in last; the one before is not kept. */
@Component
class LastSignIns {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    LastSignIns(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Somebody has signed in at the door. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn person) {
            note(person.seller(), person.id());
        }
    }

    private void note(SellerId seller, UUID person) {
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO review_sign_in (seller_id, person_id, at) VALUES (:seller, :person, :now)
                        ON CONFLICT (seller_id, person_id) DO UPDATE SET at = EXCLUDED.at
                        """)
                .param("seller", seller.value())
                .param("person", person)
                .param("now", ReviewRows.utc(clock.now()))
                .update());
    }

    /** Of everybody who has signed in since it is noted, when they last did. */
    Map<UUID, Instant> of(SellerId seller) {
        var last = new HashMap<UUID, Instant>();
        transactions.run(seller, () -> db.sql("SELECT person_id, at FROM review_sign_in WHERE seller_id = :seller")
                .param("seller", seller.value())
                .query(row -> {
                    last.put(
                            row.getObject("person_id", UUID.class),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                }));
        return last;
    }
}
