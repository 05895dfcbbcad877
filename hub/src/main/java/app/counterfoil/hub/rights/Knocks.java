package app.counterfoil.hub.rights;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What strangers have asked for, as it is stored; used within transactions of the seller. */
@Component
class Knocks {

    private final JdbcClient db;
    private final BusinessClock clock;

    Knocks(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A knock.
     *
     * @param id which
     * @param kind what is asked for
     * @param law by which law
     * @param subject under whom what was typed is sealed
     * @param contact the token of the address that was typed
     * @param cameAt when
     * @param state where it stands
     * @param codeHash of the code that was sent
     * @param tries how many wrong codes were typed
     * @param request what came of it
     * @param forCopy whether the code leads to a copy that was made, not to a request
     */
    record Knock(
            UUID id,
            RequestKind kind,
            Law law,
            SubjectId subject,
            long contact,
            Instant cameAt,
            KnockState state,
            Optional<Secret.Hash> codeHash,
            int tries,
            Optional<UUID> request,
            boolean forCopy) {

        RecordRef typed() {
            return new RecordRef(id, subject);
        }
    }

    void add(SellerId seller, UUID id, RequestKind kind, Law law, SubjectId subject, long contact, boolean forCopy) {
        db.sql(
                        """
                        INSERT INTO rights_knock
                               (seller_id, knock_id, kind, law, subject_id, contact_token, came_at, state, for_copy)
                        VALUES (:seller, :id, :kind, :law, :subject, :contact, :now, 'CAME', :forCopy)
                        """)
                .param("seller", seller.value())
                .param("id", id)
                .param("kind", kind.name())
                .param("law", law.name())
                .param("subject", subject.value())
                .param("contact", contact)
                .param("forCopy", forCopy)
                .param("now", utc(clock.now()))
                .update();
    }

    /** The knock, locked until the transaction ends. */
    Optional<Knock> locked(SellerId seller, UUID id) {
        return db.sql("SELECT * FROM rights_knock WHERE seller_id = :seller AND knock_id = :id FOR UPDATE")
                .param("seller", seller.value())
                .param("id", id)
                .query((row, number) -> knock(row))
                .optional();
    }

    /** What these subjects have typed, sealed. */
    List<RecordRef> under(SellerId seller, Collection<SubjectId> subjects) {
        return db.sql(
                        """
                        SELECT knock_id, subject_id FROM rights_knock
                         WHERE seller_id = :seller AND subject_id = ANY (:subjects)
                        """)
                .param("seller", seller.value())
                .param("subjects", subjects.stream().map(SubjectId::value).toArray(UUID[]::new))
                .query((row, number) -> new RecordRef(
                        row.getObject("knock_id", UUID.class), new SubjectId(row.getObject("subject_id", UUID.class))))
                .list();
    }

    /** Those that nobody has looked at, the first first. */
    List<UUID> came(SellerId seller, int most) {
        return db.sql(
                        """
                        SELECT knock_id FROM rights_knock
                         WHERE seller_id = :seller AND state = 'CAME' ORDER BY came_at LIMIT :most
                        """)
                .param("seller", seller.value())
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /**
     * Removes what nobody needs any more: those of before that came to nothing, and of the others the token of the address.
     */
    void forgetBefore(SellerId seller, Instant before) {
        db.sql("DELETE FROM rights_knock WHERE seller_id = :seller AND came_at < :before AND state <> 'PROVEN'")
                .param("seller", seller.value())
                .param("before", utc(before))
                .update();
        db.sql(
                        """
                        UPDATE rights_knock SET contact_token = 0
                         WHERE seller_id = :seller AND came_at < :before AND contact_token <> 0
                        """)
                .param("seller", seller.value())
                .param("before", utc(before))
                .update();
    }

    /** How many came lately. */
    long lately(SellerId seller, Duration time) {
        return db.sql("SELECT count(*) FROM rights_knock WHERE seller_id = :seller AND came_at > :since")
                .param("seller", seller.value())
                .param("since", utc(clock.now().minus(time)))
                .query(Long.class)
                .single();
    }

    /** How many codes that address was sent lately. */
    long sentLately(SellerId seller, long contact, Duration time) {
        return db.sql(
                        """
                        SELECT count(*) FROM rights_knock
                         WHERE seller_id = :seller AND contact_token = :contact AND came_at > :since
                           AND state IN ('SENT', 'PROVEN', 'FETCHED')
                        """)
                .param("seller", seller.value())
                .param("contact", contact)
                .param("since", utc(clock.now().minus(time)))
                .query(Long.class)
                .single();
    }

    void unanswered(SellerId seller, UUID id) {
        change(seller, id, "state = 'UNANSWERED'");
    }

    /** The code was right, and is good no more. */
    void fetched(SellerId seller, UUID id) {
        change(seller, id, "state = 'FETCHED', code_hash = NULL");
    }

    void wrong(SellerId seller, UUID id) {
        change(seller, id, "tries = tries + 1");
    }

    void sent(SellerId seller, UUID id, Secret.Hash code) {
        db.sql(
                        """
                        UPDATE rights_knock SET state = 'SENT', code_hash = :hash
                         WHERE seller_id = :seller AND knock_id = :id
                        """)
                .param("hash", code.bytes())
                .param("seller", seller.value())
                .param("id", id)
                .update();
    }

    void proven(SellerId seller, UUID id, UUID request, Secret.Hash stop) {
        db.sql(
                        """
                        UPDATE rights_knock SET state = 'PROVEN', code_hash = NULL, request_id = :request, stop_hash = :stop
                         WHERE seller_id = :seller AND knock_id = :id
                        """)
                .param("request", request)
                .param("stop", stop.bytes())
                .param("seller", seller.value())
                .param("id", id)
                .update();
    }

    /** The request that can be stopped by this. */
    Optional<UUID> stoppedBy(SellerId seller, Secret.Hash stop) {
        return db.sql("SELECT request_id FROM rights_knock WHERE seller_id = :seller AND stop_hash = :stop")
                .param("seller", seller.value())
                .param("stop", stop.bytes())
                .query(UUID.class)
                .optional();
    }

    private void change(SellerId seller, UUID id, String set) {
        db.sql("UPDATE rights_knock SET " + set + " WHERE seller_id = :seller AND knock_id = :id")
                .param("seller", seller.value())
                .param("id", id)
                .update();
    }

    private static Knock knock(ResultSet row) throws SQLException {
        return new Knock(
                row.getObject("knock_id", UUID.class),
                RequestKind.valueOf(row.getString("kind")),
                Law.valueOf(row.getString("law")),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                row.getLong("contact_token"),
                row.getObject("came_at", OffsetDateTime.class).toInstant(),
                KnockState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getBytes("code_hash")).map(Secret.Hash::new),
                row.getInt("tries"),
                Optional.ofNullable(row.getObject("request_id", UUID.class)),
                row.getBoolean("for_copy"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
