package app.counterfoil.hub.letter;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps which letters are to be sent. A try is committed before the mail server is called; what ends without an outcome
 * is tried once more and never a third time, since a mail server cannot be asked what it has taken.
 */
@Component
class LetterRows {

    /** With pauses that grow from five minutes to sixteen hours, within two days. */
    static final int MOST_TRIES = 8;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    LetterRows(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A letter that is this job's to send, and which try that is. */
    record Due(RecordRef ref, int tries) {}

    void put(SellerId seller, UUID id, Letter letter) {
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO letter_letter
                               (seller_id, letter_id, about_id, subject_id, template, state, made_at, ends_on, due_at)
                        VALUES (:seller, :id, :about, :subject, :template, 'WAITING', :now, :ends, :now)
                        """)
                .param("seller", seller.value())
                .param("id", id)
                .param("about", letter.about())
                .param("subject", letter.subject().value())
                .param("template", letter.template())
                .param("now", now())
                .param("ends", letter.endsOn())
                .update());
    }

    /** Lets go of letters whose second try has ended without an outcome as well. */
    void giveUpUnsure(SellerId seller) {
        var why = NotSent.unsureTwice();
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE letter_letter
                           SET state = 'REFUSED', due_at = NULL, attempt_at = NULL, wrong = :wrong, mend = :mend
                         WHERE seller_id = :seller AND state = 'WAITING' AND due_at <= :now
                           AND attempt_at IS NOT NULL AND unsure > 0
                        """)
                .param("seller", seller.value())
                .param("now", now())
                .param("wrong", why.wrong())
                .param("mend", why.mend())
                .update());
    }

    /**
     * Takes the letter that is due longest; for a quarter of an hour, longer than a mail server is given, nobody else is
     * given it.
     */
    Optional<Due> take(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                        UPDATE letter_letter
                           SET unsure = unsure + CASE WHEN attempt_at IS NULL THEN 0 ELSE 1 END,
                               attempt_at = :now, tries = tries + 1,
                               due_at = CAST(:now AS timestamptz) + interval '15 minutes'
                         WHERE seller_id = :seller AND letter_id = (
                               SELECT letter_id FROM letter_letter
                                WHERE seller_id = :seller AND state = 'WAITING' AND due_at <= :now
                                  AND (attempt_at IS NULL OR unsure = 0)
                                ORDER BY due_at, letter_id
                                LIMIT 1
                                  FOR UPDATE SKIP LOCKED)
                        RETURNING letter_id, subject_id, tries
                        """)
                .param("seller", seller.value())
                .param("now", now())
                .query((row, number) -> new Due(
                        new RecordRef(row.getObject(1, UUID.class), new SubjectId(row.getObject(2, UUID.class))),
                        row.getInt(3)))
                .optional());
    }

    /** The mail server has taken it. */
    void sent(SellerId seller, Due due) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE letter_letter
                           SET state = 'SENT', sent_at = :now, due_at = NULL, attempt_at = NULL, wrong = '', mend = ''
                         WHERE seller_id = :seller AND letter_id = :letter AND state = 'WAITING'
                        """)
                .param("seller", seller.value())
                .param("letter", due.ref().id())
                .param("now", now())
                .update());
    }

    /** It was not sent, or nobody knows; it is tried again later, or a person has to look. */
    void notSent(SellerId seller, Due due, NotSent why) {
        var told = why.kind() == NotSent.Kind.LATER && due.tries() >= MOST_TRIES ? why.forGood() : why;
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE letter_letter
                           SET state = CASE WHEN :never THEN 'REFUSED' ELSE 'WAITING' END,
                               attempt_at = CASE WHEN :unsure THEN attempt_at END,
                               due_at = CASE WHEN NOT :never THEN CAST(:now AS timestamptz) + make_interval(
                                   secs => CASE WHEN :unsure THEN 900 ELSE LEAST(300 * power(3, tries - 1), 57600) END)
                                   END,
                               wrong = :wrong, mend = :mend
                         WHERE seller_id = :seller AND letter_id = :letter AND state = 'WAITING' AND tries = :tries
                        """)
                .param("never", told.kind() == NotSent.Kind.NEVER)
                .param("unsure", told.kind() == NotSent.Kind.UNSURE)
                .param("now", now())
                .param("wrong", told.wrong())
                .param("mend", told.mend())
                .param("seller", seller.value())
                .param("letter", due.ref().id())
                .param("tries", due.tries())
                .update());
    }

    /** Whether the seller has such a letter; if it was sent, or may have been, it came back. */
    boolean cameBack(SellerId seller, UUID letter, CameBack why) {
        return transactions.in(
                seller,
                () -> db.sql(
                                                """
                                UPDATE letter_letter
                                   SET state = 'BOUNCED', due_at = NULL, attempt_at = NULL, wrong = :wrong, mend = :mend
                                 WHERE seller_id = :seller AND letter_id = :letter
                                   AND (state = 'SENT' OR state = 'WAITING' AND attempt_at IS NOT NULL)
                                """)
                                        .param("seller", seller.value())
                                        .param("letter", letter)
                                        .param("wrong", why.wrong())
                                        .param("mend", why.mend())
                                        .update()
                                > 0
                        || has(seller, letter));
    }

    boolean has(SellerId seller, UUID letter) {
        return transactions.in(
                seller,
                () -> db.sql(
                                        """
                        SELECT count(*) FROM letter_letter WHERE seller_id = :seller AND letter_id = :letter
                        """)
                                .param("seller", seller.value())
                                .param("letter", letter)
                                .query(Long.class)
                                .single()
                        > 0);
    }

    /**
     * A person wants it sent again, now. While a try goes on, or its outcome is not known, the letter keeps its time: it
     * could go out twice.
     */
    void again(SellerId seller, UUID letter) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE letter_letter
                           SET state = 'WAITING', due_at = :now, tries = 0, unsure = 0, wrong = '', mend = ''
                         WHERE seller_id = :seller AND letter_id = :letter
                           AND state IN ('REFUSED', 'BOUNCED', 'WAITING') AND attempt_at IS NULL
                        """)
                .param("now", now())
                .param("seller", seller.value())
                .param("letter", letter)
                .update());
    }

    int allAgain(SellerId seller, UUID about) {
        return transactions.in(seller, () -> db.sql(
                        """
                        UPDATE letter_letter
                           SET state = 'WAITING', due_at = :now, tries = 0, unsure = 0, wrong = '', mend = ''
                         WHERE seller_id = :seller AND about_id = :about
                           AND state IN ('REFUSED', 'BOUNCED') AND attempt_at IS NULL
                        """)
                .param("now", now())
                .param("seller", seller.value())
                .param("about", about)
                .update());
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}
