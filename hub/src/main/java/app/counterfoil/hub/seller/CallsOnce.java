package app.counterfoil.hub.seller;

import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.hub.storage.SellerTransactions;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Lets a call that makes something make it once, however often it is sent: by the Idempotency-Key that the program gives. */
@Component
public class CallsOnce implements HearsDayTurn {

    private static final int DAYS_KEPT = 7;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 100;
    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    CallsOnce(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes it, unless that was done by an earlier call with this key; both in one transaction.
     *
     * @param key what the program has chosen for this call
     * @param body what it has sent
     * @param make makes it, and gives its id
     * @return the id of what was made, now or before
     * @throws NotUsable if the key cannot be used
     * @throws Refusal if something else was sent with this key before
     */
    public UUID make(ApiCaller caller, String key, byte[] body, Supplier<UUID> make) {
        if (key.length() < SHORTEST || key.length() > LONGEST) {
            throw NotUsable.field(
                    "Idempotency-Key", "Give " + SHORTEST + " to " + LONGEST + " characters, new for each call.");
        }
        var keyHash = TokenText.sha256(key);
        var bodyHash = keyed(key, body);
        return transactions.in(caller.seller(), () -> {
            // Two calls with the same key at the same time: the second waits, and finds what the first has made.
            db.sql("SELECT pg_advisory_xact_lock(hashtextextended(CAST(:caller AS text) || encode(:key, 'hex'), 0))")
                    .param("caller", caller.id())
                    .param("key", keyHash)
                    .query((row, number) -> caller)
                    .single();
            record Before(UUID made, byte[] body) {}
            var before = db.sql(
                            """
                            SELECT made_id, body_hash FROM seller_api_call
                             WHERE seller_id = :seller AND token_id = :token AND key_hash = :key
                            """)
                    .param("seller", caller.seller().value())
                    .param("token", caller.id())
                    .param("key", keyHash)
                    .query((row, number) -> new Before(row.getObject("made_id", UUID.class), row.getBytes("body_hash")))
                    .optional();
            if (before.isPresent()) {
                if (!MessageDigest.isEqual(before.get().body(), bodyHash)) {
                    throw new AnotherCall();
                }
                return before.get().made();
            }
            var made = make.get();
            note(caller, keyHash, bodyHash, made);
            return made;
        });
    }

    private void note(ApiCaller caller, byte[] key, byte[] body, UUID made) {
        db.sql(
                        """
                        INSERT INTO seller_api_call (seller_id, token_id, key_hash, body_hash, made_id, at)
                        VALUES (:seller, :token, :key, :body, :made, :now)
                        """)
                .param("seller", caller.seller().value())
                .param("token", caller.id())
                .param("key", key)
                .param("body", body)
                .param("made", made)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nobody sends a call again after a week. */
    @Override
    public void dayTurned(SellerId seller, LocalDate today) {
        transactions.run(seller, () -> db.sql("DELETE FROM seller_api_call WHERE seller_id = :seller AND at < :before")
                .param("seller", seller.value())
                .param(
                        "before",
                        today.minusDays(DAYS_KEPT)
                                .atStartOfDay(BusinessClock.ZONE)
                                .toOffsetDateTime())
                .update());
    }

    /** What was sent names people: without the key nobody can try out what it may have been. */
    private static byte[] keyed(String key, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException notThere) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", notThere);
        }
    }

    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    private static final class AnotherCall extends Refusal {
        AnotherCall() {
            super("Something else was sent with this Idempotency-Key before.", "Choose a new key for a new call.");
        }
    }
}
