package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders that could not be taken in. What the channel sent is kept sealed, with the reason and the mend, until it can be
 * taken in or ends; nothing is dropped silently.
 */
@Component
public class OrdersPutAside {

    /** As long as an Amazon order's data may be kept at most after delivery. */
    private static final int DAYS = 30;
    /** So many of one person are found by their address. */
    private static final int MOST_FOUND = 1_000;

    private static final int MOST_ADDRESSES = 20;
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,120}\\.[A-Za-z]{2,20}");

    static final RecordKind<byte[]> KIND = new RecordKind<>() {
        @Override
        public String name() {
            return "order.unread";
        }

        @Override
        public Purpose purpose() {
            return Purpose.DELIVERY;
        }

        @Override
        public Holds holds() {
            return new Holds(
                    Set.of(DataSubjects.BUYERS, DataSubjects.RECIPIENTS),
                    List.of("The order as the channel sent it, until it can be read"));
        }

        /** By the addresses that stand in it; nothing else of what cannot be read is known to be somebody's. */
        @Override
        public List<Term> terms(byte[] content) {
            return EMAIL.matcher(new String(content, StandardCharsets.UTF_8))
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .limit(MOST_ADDRESSES)
                    .map(Term::email)
                    .toList();
        }

        @Override
        public byte[] write(byte[] content) {
            return content;
        }

        @Override
        public byte[] read(byte[] bytes) {
            return bytes;
        }
    };

    private final JdbcClient db;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    OrdersPutAside(JdbcClient db, Custody custody, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * An order that needs somebody.
     *
     * @param id the entry
     * @param account the channel account
     * @param channelOrderId the channel's number
     * @param wrong what was wrong
     * @param mend what to do
     * @param noticedAt when it was last tried
     * @param endsOn until when what was sent is kept
     */
    public record Entry(
            UUID id,
            UUID account,
            String channelOrderId,
            String wrong,
            String mend,
            Instant noticedAt,
            LocalDate endsOn) {

        /** Whether what was sent can be read no more. */
        public boolean hasEnded(LocalDate today) {
            return !endsOn.isAfter(today);
        }
    }

    /**
     * Keeps an order that could not be taken in. The same order again, by its number or, where it has none, by its
     * content, renews the reason and what was sent.
     */
    public void keep(Account account, String channelOrderId, String wrong, String mend, byte[] sent) {
        var number = channelOrderId.isBlank() ? "without number " + fingerprint(sent) : channelOrderId;
        transactions.run(account.seller(), () -> {
            var id = UUID.randomUUID();
            var subject = SubjectId.random();
            var end = clock.today().plusDays(DAYS);
            var kept = db.sql(
                            """
                            INSERT INTO order_attention
                                   (seller_id, attention_id, account_id, channel_order_id, subject_id, wrong, mend,
                                    noticed_at, ends_on)
                            VALUES (:seller, :id, :account, :channelId, :subject, :wrong, :mend, :now, :end)
                            ON CONFLICT (seller_id, account_id, channel_order_id) DO UPDATE
                               SET attention_id = CASE WHEN order_attention.resolved_at IS NULL
                                                            AND order_attention.ends_on > :today
                                                       THEN order_attention.attention_id
                                                       ELSE EXCLUDED.attention_id END,
                                   subject_id = CASE WHEN order_attention.resolved_at IS NULL
                                                          AND order_attention.ends_on > :today
                                                     THEN order_attention.subject_id
                                                     ELSE EXCLUDED.subject_id END,
                                   wrong = EXCLUDED.wrong, mend = EXCLUDED.mend, noticed_at = EXCLUDED.noticed_at,
                                   ends_on = EXCLUDED.ends_on, resolved_at = NULL
                            RETURNING attention_id, subject_id
                            """)
                    .param("seller", account.seller().value())
                    .param("id", id)
                    .param("account", account.id())
                    .param("channelId", number)
                    .param("today", clock.today())
                    .param("subject", subject.value())
                    .param("wrong", wrong)
                    .param("mend", mend)
                    .param("now", clock.now().atOffset(ZoneOffset.UTC))
                    .param("end", end)
                    .query((row, entry) -> new Sealing<>(
                            KIND, row.getObject(1, UUID.class), new SubjectId(row.getObject(2, UUID.class)), end, sent))
                    .single();
            custody.in(account.seller(), vault -> {
                vault.replace(new Opening(HubJob.INTAKE, Purpose.DELIVERY, "ATTENTION"), KIND, List.of(kept));
                return id;
            });
        });
    }

    /** What waited for accounts that were removed waits for this one now, unless it waits for it already. */
    void adopt(Account account, Collection<UUID> removed) {
        db.sql(
                        """
                        UPDATE order_attention AS waiting SET account_id = :account
                         WHERE seller_id = :seller AND account_id = ANY (:removed)
                           AND NOT EXISTS (SELECT 1 FROM order_attention AS already
                                            WHERE already.seller_id = :seller AND already.account_id = :account
                                              AND already.channel_order_id = waiting.channel_order_id)
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("removed", removed.toArray(UUID[]::new))
                .update();
    }

    private String fingerprint(byte[] sent) {
        var content = Base64.getEncoder().encodeToString(sent);
        return Long.toHexString(custody.routingToken(Term.channelUser(content)));
    }

    /** What needs somebody, the latest first, as many as a page shows. */
    public List<Entry> of(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT attention_id, account_id, channel_order_id, wrong, mend, noticed_at, ends_on
                          FROM order_attention
                         WHERE seller_id = :seller AND resolved_at IS NULL
                         ORDER BY noticed_at DESC, attention_id
                         LIMIT 200
                        """)
                .param("seller", seller.value())
                .query((row, number) -> entry(row))
                .list());
    }

    /** Those of these ids that still wait, the latest first. */
    public List<Entry> of(SellerId seller, Collection<UUID> ids) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT attention_id, account_id, channel_order_id, wrong, mend, noticed_at, ends_on
                          FROM order_attention
                         WHERE seller_id = :seller AND attention_id = ANY (:ids) AND resolved_at IS NULL
                         ORDER BY noticed_at DESC, attention_id
                        """)
                .param("seller", seller.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> entry(row))
                .list());
    }

    /**
     * Those that a request of somebody's is about: of these numbers, or with that address in what their channel sent. One
     * journal entry.
     *
     * @param email the address that they have shown, or blank
     */
    public Set<UUID> find(SellerId seller, Opening opening, Collection<String> numbers, String email) {
        var found = new LinkedHashSet<>(transactions.in(seller, () -> db.sql(
                        """
                        SELECT attention_id FROM order_attention
                         WHERE seller_id = :seller AND channel_order_id = ANY (:numbers) AND resolved_at IS NULL
                        """)
                .param("seller", seller.value())
                .param("numbers", numbers.toArray(String[]::new))
                .query(UUID.class)
                .list()));
        if (!email.isBlank()) {
            custody
                    .in(seller, vault -> vault.onRequest(opening)
                            .find(Set.of(Purpose.DELIVERY), List.of(Term.email(email)), MOST_FOUND))
                    .stream()
                    .filter(hit -> hit.kind().equals(KIND.name()))
                    .forEach(hit -> found.add(hit.id()));
        }
        return found;
    }

    /** How many orders need somebody, those included that the page does not show. */
    public long count(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        "SELECT count(*) FROM order_attention WHERE seller_id = :seller AND resolved_at IS NULL")
                .param("seller", seller.value())
                .query(Long.class)
                .single());
    }

    /** The entry with that id, however many are newer; empty if it waits no more. */
    public Optional<Entry> one(SellerId seller, UUID id) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT attention_id, account_id, channel_order_id, wrong, mend, noticed_at, ends_on
                          FROM order_attention
                         WHERE seller_id = :seller AND attention_id = :id AND resolved_at IS NULL
                        """)
                .param("seller", seller.value())
                .param("id", id)
                .query((row, number) -> entry(row))
                .optional());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, LocalDate.class));
    }

    /** What the channel had sent, for another try by that person; empty once it has ended. */
    public Optional<byte[]> sent(SignedIn person, UUID entry) {
        var seller = person.seller();
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT subject_id FROM order_attention
                         WHERE seller_id = :seller AND attention_id = :id AND resolved_at IS NULL
                        """)
                .param("seller", seller.value())
                .param("id", entry)
                .query(UUID.class)
                .optional()
                .flatMap(subject -> custody.in(
                                seller,
                                vault -> vault.openOne(
                                        person.opening(Purpose.DELIVERY, "TRY_AGAIN"),
                                        KIND,
                                        new RecordRef(entry, new SubjectId(subject))))
                        .opened()));
    }

    /**
     * A person has dealt with it elsewhere: it is not listed any more, and what was kept of it is forgotten.
     *
     * @return whether there was such an entry
     */
    public boolean dealtWith(SellerId seller, UUID entry) {
        return transactions.in(seller, () -> {
            var done = db.sql(
                            """
                            UPDATE order_attention SET resolved_at = :now
                             WHERE seller_id = :seller AND attention_id = :id AND resolved_at IS NULL
                            RETURNING subject_id
                            """)
                    .param("now", clock.now().atOffset(ZoneOffset.UTC))
                    .param("seller", seller.value())
                    .param("id", entry)
                    .query((row, number) -> new SubjectId(row.getObject(1, UUID.class)))
                    .list();
            if (!done.isEmpty()) {
                custody.in(seller, vault -> vault.forget(done, Set.of(Purpose.DELIVERY), "DEALT_WITH"));
            }
            return !done.isEmpty();
        });
    }

    /** Notes that the orders with these numbers could be taken in after all; what was kept of them is forgotten. */
    public void resolve(Account account, List<String> channelOrderIds) {
        transactions.run(account.seller(), () -> {
            var done = db.sql(
                            """
                            UPDATE order_attention SET resolved_at = :now
                             WHERE seller_id = :seller AND account_id = :account AND channel_order_id = ANY (:ids)
                               AND resolved_at IS NULL
                            RETURNING subject_id
                            """)
                    .param("seller", account.seller().value())
                    .param("account", account.id())
                    .param("ids", channelOrderIds.toArray(String[]::new))
                    .param("now", clock.now().atOffset(ZoneOffset.UTC))
                    .query((row, number) -> new SubjectId(row.getObject(1, UUID.class)))
                    .list();
            if (!done.isEmpty()) {
                custody.in(account.seller(), vault -> vault.forget(done, Set.of(Purpose.DELIVERY), "TAKEN_IN"));
            }
        });
    }
}
