package app.counterfoil.hub.marketing;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Term;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who wants no marketing: keyed tokens of addresses, another for each seller, so that neither the address can be read from
 * it nor one shop's list held against another's. Used within transactions of the seller.
 */
@Component
class StopList {

    private final JdbcClient db;
    private final Custody custody;
    private final BusinessClock clock;

    StopList(JdbcClient db, Custody custody, BusinessClock clock) {
        this.db = db;
        this.custody = custody;
        this.clock = clock;
    }

    /** The token of an address. */
    long token(SellerId seller, String email) {
        var address = Term.email(email).normalised();
        return custody.routingToken(Term.channelUser("marketing " + seller + " " + address));
    }

    /** Keeps others from taking or ending consent under this token until the transaction ends. */
    void lock(long token) {
        db.sql("SELECT pg_advisory_xact_lock(:token)")
                .param("token", token)
                .query((row, number) -> token)
                .single();
    }

    boolean has(SellerId seller, long token) {
        return db.sql(
                                """
                                SELECT count(*) FROM marketing_stop
                                 WHERE seller_id = :seller AND token = :token AND lifted_at IS NULL
                                """)
                        .param("seller", seller.value())
                        .param("token", token)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whose consent ended when the address came onto the list, at any time. */
    Optional<UUID> personOf(SellerId seller, long token) {
        return db.sql("SELECT person_id FROM marketing_stop WHERE seller_id = :seller AND token = :token")
                .param("seller", seller.value())
                .param("token", token)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .optional()
                .flatMap(person -> person);
    }

    /** Puts an address on the list; what it is there for already stays. */
    void add(SellerId seller, long token, ConsentAct why, Optional<UUID> person) {
        db.sql(
                        """
                        INSERT INTO marketing_stop (seller_id, token, why, since, person_id)
                        VALUES (:seller, :token, :why, :now, CAST(:person AS uuid))
                        ON CONFLICT (seller_id, token) DO UPDATE
                           SET why = EXCLUDED.why, since = EXCLUDED.since, lifted_at = NULL,
                               person_id = coalesce(EXCLUDED.person_id, marketing_stop.person_id)
                         WHERE marketing_stop.lifted_at IS NOT NULL OR EXCLUDED.person_id IS NOT NULL
                        """)
                .param("seller", seller.value())
                .param("token", token)
                .param("why", why.name())
                .param("now", ConsentRows.utc(clock.now()))
                .param("person", person.orElse(null))
                .update();
    }

    /** The person has come back by a confirmed consent of their own. */
    void lift(SellerId seller, long token) {
        db.sql(
                        """
                        UPDATE marketing_stop SET lifted_at = :now
                         WHERE seller_id = :seller AND token = :token AND lifted_at IS NULL
                        """)
                .param("now", ConsentRows.utc(clock.now()))
                .param("seller", seller.value())
                .param("token", token)
                .update();
    }

    /** How many are on it. */
    long size(SellerId seller) {
        return db.sql("SELECT count(*) FROM marketing_stop WHERE seller_id = :seller AND lifted_at IS NULL")
                .param("seller", seller.value())
                .query(Long.class)
                .single();
    }
}
