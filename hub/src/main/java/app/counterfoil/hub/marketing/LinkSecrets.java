package app.counterfoil.hub.marketing;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes what links in letters end in, and keeps its hash alone; used within transactions of the seller. */
@Component
class LinkSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private final JdbcClient db;
    private final BusinessClock clock;

    LinkSecrets(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A new one, of 144 bits. */
    static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** A new link for somebody; what it ends in is told now and never again. */
    String make(SellerId seller, UUID person, LinkUse use) {
        var secret = fresh();
        db.sql(
                        """
                        INSERT INTO marketing_link (seller_id, hash, person_id, leads_to, made_at)
                        VALUES (:seller, :hash, :person, :use, :now)
                        """)
                .param("seller", seller.value())
                .param("hash", hash(secret))
                .param("person", person)
                .param("use", use.name())
                .param("now", ConsentRows.utc(clock.now()))
                .update();
        return secret;
    }

    Optional<UUID> personOf(SellerId seller, String secret, LinkUse use) {
        return db.sql(
                        """
                        SELECT person_id FROM marketing_link
                         WHERE seller_id = :seller AND hash = :hash AND leads_to = :use
                           AND (:use <> 'CONFIRM' OR made_at > :since)
                        """)
                .param("since", ConsentRows.utc(clock.now().minus(Duration.ofDays(AskToConfirm.DAYS_TO_CONFIRM))))
                .param("seller", seller.value())
                .param("hash", hash(secret))
                .param("use", use.name())
                .query(UUID.class)
                .optional();
    }

    /** Lets go of all links of somebody who wants no more. */
    void forget(SellerId seller, UUID person) {
        db.sql("DELETE FROM marketing_link WHERE seller_id = :seller AND person_id = :person")
                .param("seller", seller.value())
                .param("person", person)
                .update();
    }
}
