package app.counterfoil.hub.accounting;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes postings, and what became of them; always within the transaction of the one who enters. */
@Component
class PostingRows {

    /** A call and what is written after it take no longer. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final int MOST_TRIES = 6;

    private final JdbcClient db;
    private final BusinessClock clock;
    private final Duration settle;

    /** @param settle after so long what was sent has surely arrived or not */
    PostingRows(JdbcClient db, BusinessClock clock, @Value("${counterfoil.accounting.settle:60s}") Duration settle) {
        this.db = db;
        this.clock = clock;
        this.settle = settle;
    }

    /** Writes a posting down with its invoices, claimed, and as one that may be there from now on. */
    void insert(SellerId seller, Posting posting, Collection<UUID> invoices) {
        db.sql(
                        """
                        INSERT INTO accounting_posting
                               (seller_id, posting_id, account_id, way, day, number, currency, net_minor, vat_minor,
                                gross_minor, names_somebody, state, made_at, due_at, claimed_until, may_be_there)
                        VALUES (:seller, :posting, :account, :way, :day, :number, :currency, :net, :vat,
                                :gross, :names, 'DUE', :now, :until, :until, true)
                        """)
                .param("seller", seller.value())
                .param("posting", posting.id())
                .param("account", posting.account())
                .param("way", posting.way().name())
                .param("day", posting.day())
                .param("number", posting.number())
                .param("currency", posting.gross().currency().getCurrencyCode())
                .param("net", posting.net().minor())
                .param("vat", posting.vat().minor())
                .param("gross", posting.gross().minor())
                .param("names", posting.namesSomebody())
                .param("now", now())
                .param("until", now().plus(CLAIM))
                .update();
        db.sql(
                        """
                        INSERT INTO accounting_posted_invoice (seller_id, account_id, invoice_id, posting_id)
                        SELECT :seller, :account, invoice, :posting FROM unnest(CAST(:invoices AS uuid[])) AS entered (invoice)
                        """)
                .param("seller", seller.value())
                .param("account", posting.account())
                .param("posting", posting.id())
                .param("invoices", invoices.toArray(UUID[]::new))
                .update();
    }

    /** Those of these invoices that some posting of the account has. */
    Set<UUID> posted(SellerId seller, UUID account, Collection<UUID> invoices) {
        return new HashSet<>(db.sql(
                        """
                        SELECT invoice_id FROM accounting_posted_invoice
                         WHERE seller_id = :seller AND account_id = :account AND invoice_id = ANY (:invoices)
                        """)
                .param("seller", seller.value())
                .param("account", account)
                .param("invoices", invoices.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    List<UUID> invoicesOf(SellerId seller, UUID posting) {
        return db.sql(
                        """
                        SELECT invoice_id FROM accounting_posted_invoice
                         WHERE seller_id = :seller AND posting_id = :posting
                        """)
                .param("seller", seller.value())
                .param("posting", posting)
                .query(UUID.class)
                .list();
    }

    /** How many summaries there are of that day and currency, of what was sold or of what was credited. */
    int summaries(SellerId seller, UUID account, LocalDate day, Currency currency, boolean credits) {
        return db.sql(
                        """
                        SELECT count(*) FROM accounting_posting
                         WHERE seller_id = :seller AND account_id = :account AND way = 'SUMMARY' AND day = :day
                           AND currency = :currency AND (gross_minor < 0) = :credits
                        """)
                .param("seller", seller.value())
                .param("account", account)
                .param("day", day)
                .param("currency", currency.getCurrencyCode())
                .param("credits", credits)
                .query(Integer.class)
                .single();
    }

    /** Takes the one that is due longest; nobody else is given it while a call can be under way. */
    Optional<Posting> take(SellerId seller, UUID account) {
        return db.sql(
                        """
                        UPDATE accounting_posting
                           SET claimed_until = :until, due_at = :until, tries = tries + 1
                         WHERE seller_id = :seller AND posting_id = (
                               SELECT posting_id FROM accounting_posting
                                WHERE seller_id = :seller AND account_id = :account AND state = 'DUE' AND due_at <= :now
                                ORDER BY due_at, posting_id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("until", now().plus(CLAIM))
                .param("seller", seller.value())
                .param("account", account)
                .param("now", now())
                .query((row, number) -> posting(row))
                .optional();
    }

    /** From the commit on it may stand in the books. */
    void aboutToSend(SellerId seller, UUID posting) {
        db.sql(
                        """
                        UPDATE accounting_posting SET may_be_there = true
                         WHERE seller_id = :seller AND posting_id = :posting AND state = 'DUE'
                        """)
                .param("seller", seller.value())
                .param("posting", posting)
                .update();
    }

    /** It stands in the books; {@code wrong} is empty if with the sums that were sent. */
    void entered(SellerId seller, UUID posting, PostingState state, String id, String wrong, String mend) {
        db.sql(
                        """
                        UPDATE accounting_posting
                           SET state = :state, entry_id = :id, entered_at = :now, due_at = NULL, claimed_until = NULL,
                               may_be_there = true, wrong = :wrong, mend = :mend
                         WHERE seller_id = :seller AND posting_id = :posting
                        """)
                .param("state", state.name())
                .param("id", id)
                .param("now", now())
                .param("wrong", wrong)
                .param("mend", mend)
                .param("seller", seller.value())
                .param("posting", posting)
                .update();
    }

    /** It does not stand in the books, and somebody has to do something about it. */
    void refused(SellerId seller, UUID posting, Refusal why) {
        db.sql(
                        """
                        UPDATE accounting_posting
                           SET state = 'REFUSED', due_at = NULL, claimed_until = NULL, may_be_there = false,
                               attempt = attempt + 1, wrong = :wrong, mend = :mend
                         WHERE seller_id = :seller AND posting_id = :posting AND state = 'DUE'
                        """)
                .param("wrong", why.wrong())
                .param("mend", why.mend())
                .param("seller", seller.value())
                .param("posting", posting)
                .update();
    }

    /** It was surely not entered, for what comes in the way of all; the try does not count. */
    void letGo(SellerId seller, UUID posting) {
        putBack(seller, posting, "may_be_there = false, attempt = attempt + 1");
    }

    /** Nothing was sent this time; whatever is known of it stays. */
    void putBack(SellerId seller, UUID posting) {
        putBack(seller, posting, "attempt = attempt");
    }

    private void putBack(SellerId seller, UUID posting, String set) {
        db.sql(
                        """
                        UPDATE accounting_posting
                           SET due_at = :now, claimed_until = NULL, tries = GREATEST(tries - 1, 0), %s
                         WHERE seller_id = :seller AND posting_id = :posting AND state = 'DUE'
                        """
                                .formatted(set))
                .param("now", now())
                .param("seller", seller.value())
                .param("posting", posting)
                .update();
    }

    /** It is not known whether it stands in the books; it is looked for after a while, as often as is worth it. */
    void unknown(SellerId seller, Posting posting, Refusal why) {
        db.sql(
                        """
                        UPDATE accounting_posting
                           SET state = CASE WHEN tries >= :most THEN 'REFUSED' ELSE state END,
                               due_at = CASE WHEN tries < :most THEN CAST(:now AS timestamptz)
                                   + make_interval(secs => LEAST(:settle * power(5, GREATEST(tries - 1, 0)), 32400)) END,
                               claimed_until = NULL, wrong = :wrong, mend = :mend
                         WHERE seller_id = :seller AND posting_id = :posting AND state = 'DUE'
                        """)
                .param("most", MOST_TRIES)
                .param("now", now())
                .param("settle", settle.toMillis() / 1000.0)
                .param("wrong", why.wrong())
                .param(
                        "mend",
                        posting.tries() >= MOST_TRIES
                                ? "It is not known whether it stands there. Enter it again once the service answers: it is"
                                        + " looked for first."
                                : "Nothing to do: it is looked for, and entered if it is not there.")
                .param("seller", seller.value())
                .param("posting", posting.id())
                .update();
    }

    /** A person wants it to be tried again, or looked at once more where it differs there: it is looked for first. */
    int again(SellerId seller, UUID posting) {
        return db.sql(
                        """
                        UPDATE accounting_posting
                           SET state = 'DUE', due_at = :now, tries = 0, entered_at = NULL, wrong = '', mend = ''
                         WHERE seller_id = :seller AND posting_id = :posting AND claimed_until IS NULL
                           AND state IN ('REFUSED', 'DUE', 'DIFFERS')
                        """)
                .param("now", now())
                .param("seller", seller.value())
                .param("posting", posting)
                .update();
    }

    static Posting posting(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Posting(
                row.getObject("posting_id", UUID.class),
                row.getObject("account_id", UUID.class),
                EntryWay.valueOf(row.getString("way")),
                row.getObject("day", LocalDate.class),
                row.getString("number"),
                new Money(row.getLong("net_minor"), currency),
                new Money(row.getLong("vat_minor"), currency),
                new Money(row.getLong("gross_minor"), currency),
                row.getBoolean("names_somebody"),
                PostingState.valueOf(row.getString("state")),
                row.getInt("tries"),
                row.getInt("attempt"),
                row.getBoolean("may_be_there"),
                Optional.ofNullable(row.getObject("entered_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("wrong"),
                row.getString("mend"));
    }

    private OffsetDateTime now() {
        return BooksRows.utc(clock.now());
    }
}
