package app.counterfoil.hub.marketing;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is to be in which audience, as it is stored; used within transactions of the seller. */
@Component
class MemberRows {

    /** With pauses that grow from a minute to nine hours, within a day. */
    static final int MOST_TRIES = 6;

    /** Longer than any call takes. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final JdbcClient db;
    private final BusinessClock clock;

    MemberRows(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Somebody whom the service is to be told of. */
    record Due(UUID person, UUID member, int tries) {}

    /** Somebody in an audience, and under whom their address is sealed. */
    record InAudience(UUID person, SubjectId subject, MemberState state) {}

    /** Notes everybody whose consent is live and who is not noted for that audience yet: nobody else ever comes in here. */
    void noteLive(SellerId seller, UUID account) {
        db.sql(
                        """
                        INSERT INTO marketing_member (seller_id, account_id, person_id, member_id, state, due_at)
                        SELECT seller_id, :account, person_id, gen_random_uuid(), 'DUE', :now
                          FROM marketing_person person
                         WHERE seller_id = :seller AND state = 'LIVE'
                           AND NOT EXISTS (
                               SELECT 1 FROM marketing_member member
                                WHERE member.seller_id = :seller AND member.account_id = :account
                                  AND member.person_id = person.person_id)
                            ON CONFLICT DO NOTHING
                        """)
                .param("seller", seller.value())
                .param("account", account)
                .param("now", ConsentRows.utc(clock.now()))
                .update();
    }

    /** Takes whoever is due longest; nobody else is given them while a call can be under way. */
    Optional<Due> take(SellerId seller, UUID account) {
        var now = clock.now();
        return db.sql(
                        """
                        UPDATE marketing_member
                           SET claimed_until = :until, due_at = :until, tries = tries + 1
                         WHERE seller_id = :seller AND account_id = :account AND person_id = (
                               SELECT person_id FROM marketing_member
                                WHERE seller_id = :seller AND account_id = :account AND due_at <= :now
                                  AND state = 'DUE'
                                ORDER BY due_at, person_id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING person_id, member_id, tries
                        """)
                .param("until", ConsentRows.utc(now.plus(CLAIM)))
                .param("seller", seller.value())
                .param("account", account)
                .param("now", ConsentRows.utc(now))
                .query((row, number) ->
                        new Due(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3)))
                .optional();
    }

    /** The service has answered, or nothing is to be told any more. */
    void became(SellerId seller, UUID account, UUID person, MemberState state) {
        change(seller, account, person, state, false, "", "");
    }

    /** The service does not take them, for good as far as we can do something about it. */
    void refused(SellerId seller, UUID account, UUID person, Refusal why) {
        change(seller, account, person, MemberState.REFUSED, false, why.wrong(), why.mend());
    }

    /** It did not work; it is tried again later, as often as is worth it. */
    void notYet(SellerId seller, UUID account, Due due, Refusal why) {
        if (due.tries() >= MOST_TRIES) {
            refused(seller, account, due.person(), why);
        } else {
            change(seller, account, due.person(), MemberState.DUE, true, why.wrong(), why.mend());
        }
    }

    private void change(
            SellerId seller, UUID account, UUID person, MemberState state, boolean again, String wrong, String mend) {
        db.sql(
                        """
                        UPDATE marketing_member
                           SET state = CASE WHEN state = 'GONE' THEN state ELSE :state END,
                               due_at = CASE WHEN :again AND state <> 'GONE' THEN CAST(:now AS timestamptz)
                                   + make_interval(secs => LEAST(60 * power(5, tries - 1), 32400)) END,
                               claimed_until = NULL,
                               tries = CASE WHEN :again THEN tries ELSE 0 END,
                               told_at = CASE WHEN :wrong = '' THEN CAST(:now AS timestamptz) ELSE told_at END,
                               wrong = :wrong, mend = :mend
                         WHERE seller_id = :seller AND account_id = :account AND person_id = :person
                        """)
                .param("state", state.name())
                .param("again", again)
                .param("now", ConsentRows.utc(clock.now()))
                .param("wrong", wrong)
                .param("mend", mend)
                .param("seller", seller.value())
                .param("account", account)
                .param("person", person)
                .update();
    }

    /** Lets go of a claim before anything was told, to be tried when what was in the way is gone. */
    void letGo(SellerId seller, UUID account, UUID person) {
        db.sql(
                        """
                        UPDATE marketing_member SET due_at = :now, claimed_until = NULL, tries = GREATEST(tries - 1, 0)
                         WHERE seller_id = :seller AND account_id = :account AND person_id = :person AND state = 'DUE'
                        """)
                .param("now", ConsentRows.utc(clock.now()))
                .param("seller", seller.value())
                .param("account", account)
                .param("person", person)
                .update();
    }

    /** Those whom the service has, or may have, with under whom their address is sealed. */
    List<InAudience> inAudience(SellerId seller, UUID account) {
        return db.sql(
                        """
                        SELECT person_id, subject_id, member.state
                          FROM marketing_member member JOIN marketing_person person USING (seller_id, person_id)
                         WHERE seller_id = :seller AND account_id = :account
                           AND member.state IN ('THERE', 'ASKED_THERE', 'PAUSED')
                        """)
                .param("seller", seller.value())
                .param("account", account)
                .query((row, number) -> new InAudience(
                        row.getObject(1, UUID.class),
                        new SubjectId(row.getObject(2, UUID.class)),
                        MemberState.valueOf(row.getString(3))))
                .list();
    }

    /** The accounts that have somebody, may have them just now, or had them once. */
    List<UUID> accountsThatKnow(SellerId seller, UUID person) {
        return db.sql(
                        """
                        SELECT account_id FROM marketing_member
                         WHERE seller_id = :seller AND person_id = :person
                           AND (told_at IS NOT NULL OR claimed_until IS NOT NULL OR tries > 0)
                        """)
                .param("seller", seller.value())
                .param("person", person)
                .query(UUID.class)
                .list();
    }

    /** Until when a call about somebody may still be under way. */
    Optional<Instant> claimedUntil(SellerId seller, UUID account, UUID person) {
        return db.sql(
                        """
                        SELECT claimed_until FROM marketing_member
                         WHERE seller_id = :seller AND account_id = :account AND person_id = :person
                           AND claimed_until > :now
                        """)
                .param("seller", seller.value())
                .param("account", account)
                .param("person", person)
                .param("now", ConsentRows.utc(clock.now()))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Their consent has ended: they are handed over no more. */
    void gone(SellerId seller, UUID person) {
        db.sql(
                        """
                        UPDATE marketing_member SET state = 'GONE', due_at = NULL, wrong = '', mend = ''
                         WHERE seller_id = :seller AND person_id = :person
                        """)
                .param("seller", seller.value())
                .param("person", person)
                .update();
    }

    /** Has somebody told again, who was kept aside. */
    void dueAgain(SellerId seller, UUID account, UUID person) {
        db.sql(
                        """
                        UPDATE marketing_member SET state = 'DUE', due_at = :now, tries = 0
                         WHERE seller_id = :seller AND account_id = :account AND person_id = :person
                           AND state IN ('PAUSED', 'REFUSED')
                        """)
                .param("now", ConsentRows.utc(clock.now()))
                .param("seller", seller.value())
                .param("account", account)
                .param("person", person)
                .update();
    }

    /** A person wants all that was not taken to be tried again. */
    void tryAgain(SellerId seller, UUID account) {
        db.sql(
                        """
                        UPDATE marketing_member SET state = 'DUE', due_at = :now, tries = 0, wrong = '', mend = ''
                         WHERE seller_id = :seller AND account_id = :account AND claimed_until IS NULL
                           AND (state = 'REFUSED' OR state = 'DUE')
                        """)
                .param("now", ConsentRows.utc(clock.now()))
                .param("seller", seller.value())
                .param("account", account)
                .update();
    }

    Map<MemberState, Long> counts(SellerId seller, UUID account) {
        var counts = new EnumMap<MemberState, Long>(MemberState.class);
        db.sql(
                        """
                        SELECT state, count(*) FROM marketing_member
                         WHERE seller_id = :seller AND account_id = :account GROUP BY state
                        """)
                .param("seller", seller.value())
                .param("account", account)
                .query(row -> {
                    counts.put(MemberState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** Why people were not taken, each reason once with how many it met. */
    List<AudienceStates.Trouble> troubles(SellerId seller, UUID account) {
        return db.sql(
                        """
                        SELECT wrong, mend, count(*) FROM (
                               SELECT wrong, mend FROM marketing_member
                                WHERE seller_id = :seller AND account_id = :account AND wrong <> ''
                                UNION ALL
                               SELECT wrong, mend FROM marketing_farewell
                                WHERE seller_id = :seller AND account_id = :account AND wrong <> '') AS troubles
                         GROUP BY wrong, mend ORDER BY count(*) DESC, wrong
                        """)
                .param("seller", seller.value())
                .param("account", account)
                .query((row, number) -> new AudienceStates.Trouble(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }
}
