package app.counterfoil.hub.marketing;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells newsletter services of people who want no more. The address is destroyed when the consent ends, so that by which the
 * service knows them is sealed beside it, by itself, until the service has done it, and destroyed then. A notice waits for a
 * call that may still put them in, and is made anew after one: so it comes last in any case.
 */
@Component
class Farewells {

    private static final int DAYS_KEPT = 30;
    private static final int MOST_TRIES = 8;
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final JdbcClient db;
    private final MemberRows members;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    Farewells(
            JdbcClient db, MemberRows members, Custody custody, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.members = members;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A notice that is this round's to tell. */
    private record Due(UUID id, SubjectId subject, FarewellKind what, int tries) {
        RecordRef key() {
            return new RecordRef(id, subject);
        }
    }

    /** Notes that a service is to be told, in the running transaction. */
    void note(SellerId seller, UUID account, UUID person, FarewellKind what, MemberKey key) {
        if (isNoted(seller, account, person, what)) {
            return;
        }
        var id = UUID.randomUUID();
        var subject = SubjectId.random();
        var ends = clock.today().plusDays(DAYS_KEPT);
        custody.in(seller, vault -> {
            vault.seal(List.of(new Sealing<>(MemberKey.KIND, id, subject, ends, key)));
            return id;
        });
        var due = members.claimedUntil(seller, account, person).orElse(clock.now());
        db.sql(
                        """
                        INSERT INTO marketing_farewell
                               (seller_id, farewell_id, account_id, person_id, subject_id, what, made_at, ends_on, due_at)
                        VALUES (:seller, :id, :account, :person, :subject, :what, :now, :ends, :due)
                        """)
                .param("seller", seller.value())
                .param("id", id)
                .param("account", account)
                .param("person", person)
                .param("subject", subject.value())
                .param("what", what.name())
                .param("now", ConsentRows.utc(clock.now()))
                .param("ends", ends)
                .param("due", ConsentRows.utc(due))
                .update();
    }

    /** The call that was waited for is over. */
    void dueNow(SellerId seller, UUID account, UUID person) {
        db.sql(
                        """
                        UPDATE marketing_farewell SET due_at = :now
                         WHERE seller_id = :seller AND account_id = :account AND person_id = :person
                           AND due_at IS NOT NULL AND tries = 0
                        """)
                .param("now", ConsentRows.utc(clock.now()))
                .param("seller", seller.value())
                .param("account", account)
                .param("person", person)
                .update();
    }

    /** Whether the service is to be told, or was, that somebody is to be deleted. */
    private boolean isNoted(SellerId seller, UUID account, UUID person, FarewellKind what) {
        return db.sql(
                                """
                                SELECT count(*) FROM marketing_farewell
                                 WHERE seller_id = :seller AND account_id = :account AND person_id = :person
                                   AND what = :what AND (done_at IS NULL OR what = 'DELETE')
                                """)
                        .param("seller", seller.value())
                        .param("account", account)
                        .param("person", person)
                        .param("what", what.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Tells the service all that is due.
     *
     * @throws Refusal if the service takes nothing just now
     */
    void tell(Account account, Newsletter service, int most) {
        var seller = account.seller();
        var due = transactions.in(seller, () -> take(seller, account.id()));
        for (int left = most; left > 0 && due.isPresent(); left--) {
            tell(account, service, due.get());
            due = transactions.in(seller, () -> take(seller, account.id()));
        }
    }

    private void tell(Account account, Newsletter service, Due due) {
        var seller = account.seller();
        var opening = new Opening(HubJob.MARKETING, Purpose.MARKETING, "TELL_SERVICE");
        var key = custody.in(seller, vault -> vault.openOne(opening, MemberKey.KIND, due.key()))
                .opened();
        if (key.isEmpty()) {
            outcome(seller, due, Optional.empty(), true);
            return;
        }
        try {
            switch (due.what()) {
                case STOP -> service.stop(account, key.get());
                case KEEP_ASIDE -> service.keepAside(account, key.get());
                case DELETE -> service.delete(account, key.get());
            }
            CrashPoint.reached("member.ended");
            outcome(seller, due, Optional.empty(), true);
        } catch (Refusal why) {
            outcome(seller, due, Optional.of(why), due.tries() >= MOST_TRIES);
            if (Troubles.meetsAll(why)) {
                throw why;
            }
        }
    }

    /** Done, or not yet; what cannot be told any more stays with its reason, and its sealed name until its day. */
    private void outcome(SellerId seller, Due due, Optional<Refusal> why, boolean over) {
        transactions.run(seller, () -> {
            db.sql(
                            """
                            UPDATE marketing_farewell
                               SET done_at = CASE WHEN :wrong = '' THEN CAST(:now AS timestamptz) END,
                                   due_at = CASE WHEN NOT :over THEN CAST(:now AS timestamptz)
                                       + make_interval(secs => LEAST(60 * power(4, tries - 1), 32400)) END,
                                   wrong = :wrong, mend = :mend
                             WHERE seller_id = :seller AND farewell_id = :id
                            """)
                    .param("wrong", why.map(Refusal::wrong).orElse(""))
                    .param("now", ConsentRows.utc(clock.now()))
                    .param("over", over)
                    .param("mend", why.map(Refusal::mend).orElse(""))
                    .param("seller", seller.value())
                    .param("id", due.id())
                    .update();
            if (why.isEmpty()) {
                custody.in(
                        seller,
                        vault -> vault.forget(List.of(due.subject()), Set.of(Purpose.MARKETING), "SERVICE_TOLD"));
            }
        });
    }

    private Optional<Due> take(SellerId seller, UUID account) {
        var now = clock.now();
        return db.sql(
                        """
                        UPDATE marketing_farewell SET due_at = :until, tries = tries + 1
                         WHERE seller_id = :seller AND farewell_id = (
                               SELECT farewell_id FROM marketing_farewell
                                WHERE seller_id = :seller AND account_id = :account AND due_at <= :now
                                ORDER BY due_at, farewell_id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING farewell_id, subject_id, what, tries
                        """)
                .param("until", ConsentRows.utc(now.plus(CLAIM)))
                .param("seller", seller.value())
                .param("account", account)
                .param("now", ConsentRows.utc(now))
                .query((row, number) -> new Due(
                        row.getObject(1, UUID.class),
                        new SubjectId(row.getObject(2, UUID.class)),
                        FarewellKind.valueOf(row.getString(3)),
                        row.getInt(4)))
                .optional();
    }

    /** A person wants what was not told to be tried again. */
    void tryAgain(SellerId seller, UUID account) {
        db.sql(
                        """
                        UPDATE marketing_farewell SET due_at = :now, tries = 0, wrong = '', mend = ''
                         WHERE seller_id = :seller AND account_id = :account AND done_at IS NULL AND ends_on > :today
                           AND (due_at IS NULL OR wrong <> '')
                        """)
                .param("now", ConsentRows.utc(clock.now()))
                .param("seller", seller.value())
                .param("account", account)
                .param("today", clock.today())
                .update();
    }

    /** How many a service has not been told of yet. */
    long open(SellerId seller, UUID account) {
        return db.sql(
                        """
                        SELECT count(*) FROM marketing_farewell
                         WHERE seller_id = :seller AND account_id = :account AND done_at IS NULL
                        """)
                .param("seller", seller.value())
                .param("account", account)
                .query(Long.class)
                .single();
    }
}
