package app.counterfoil.hub.disclosure;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ledger of disclosures: who received whose data, what of it, when and for which purpose (Art 15(1)(c) and Art 30(1)(d)
 * UK GDPR). The application may add to it and read it, and change nothing in it.
 */
@Component
public class Disclosures {

    private static final String COLUMNS =
            """
            SELECT act, record_id, recipient, account_id, purpose, categories, order_id, subject_id, person_id, at
              FROM disclosure_entry
             WHERE seller_id = :seller
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;
    private final Recipients recipients;

    Disclosures(JdbcClient db, SellerTransactions transactions, BusinessClock clock, Recipients recipients) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.recipients = recipients;
    }

    /**
     * Writes that this is about to be given away, now, in the running transaction of the seller or in one of its own; the
     * same once only, however often it is tried.
     *
     * @return the leave to give it away, once the transaction has committed
     * @throws app.counterfoil.hub.measure.Refusal if no agreement with the recipient covers it; nothing is written then
     */
    public HandOver write(SellerId seller, Disclosure disclosure) {
        return transactions.in(seller, () -> {
            recipients.refuseUnlessCovered(seller, disclosure.recipient(), disclosure.categories());
            insert(seller, disclosure);
            return new HandOver(disclosure.account(), disclosure.categories());
        });
    }

    /**
     * The leave to give something away in which nobody stands. The ledger is of people and gets no entry; what is given is
     * still held against the leave, which covers nothing of anybody.
     *
     * @throws app.counterfoil.hub.measure.Refusal if no agreement with the recipient stands
     */
    public HandOver ofNobody(SellerId seller, String recipient, UUID account) {
        return transactions.in(seller, () -> {
            recipients.refuseUnlessCovered(seller, recipient, Set.of());
            return new HandOver(account, Set.of());
        });
    }

    /**
     * The leave to tell of one of the shop's people what a law wants to be told of whoever acts, at that moment. The ledger is of
     * buyers and gets no entry: what was done stands with who did it.
     *
     * @throws app.counterfoil.hub.measure.Refusal if no agreement with the recipient covers it
     */
    public HandOver ofWhoSends(SellerId seller, String recipient, UUID account, Set<DataCategory> categories) {
        return transactions.in(seller, () -> {
            recipients.refuseUnlessCovered(seller, recipient, categories);
            return new HandOver(account, categories);
        });
    }

    /**
     * Looks whether something may be given to somebody, before anybody is opened for it.
     *
     * @throws app.counterfoil.hub.measure.Refusal if no agreement with the recipient covers it
     */
    public void refuseUnlessCovered(SellerId seller, String recipient, Set<DataCategory> categories) {
        if (!recipient.equals(Disclosure.OWN_COPY)) {
            recipients.refuseUnlessCovered(seller, recipient, categories);
        }
    }

    /**
     * Writes that all this is about to be given to one recipient, like {@link #write}, in one statement; a file in which it
     * leaves is to be sealed in the same transaction.
     *
     * @throws app.counterfoil.hub.measure.Refusal if no agreement with the recipient covers it; nothing is written then
     */
    public void writeAll(SellerId seller, String recipient, List<Disclosure> all) {
        transactions.run(seller, () -> {
            var categories = EnumSet.noneOf(DataCategory.class);
            all.forEach(each -> categories.addAll(each.categories()));
            refuseUnlessCovered(seller, recipient, categories);
            insertAll(seller, recipient, all);
        });
    }

    private void insertAll(SellerId seller, String recipient, List<Disclosure> all) {
        db.sql(
                        """
                        INSERT INTO disclosure_entry
                               (seller_id, act, record_id, at, recipient, account_id, purpose, categories, order_id,
                                subject_id, person_id)
                        SELECT :seller, act, record_id, :now, :recipient, account_id, purpose,
                               string_to_array(categories, ','), order_id, subject_id, person_id
                          FROM unnest(CAST(:acts AS text[]), CAST(:records AS uuid[]), CAST(:accounts AS uuid[]),
                                      CAST(:purposes AS text[]), CAST(:categories AS text[]), CAST(:orders AS uuid[]),
                                      CAST(:subjects AS uuid[]), CAST(:persons AS uuid[]))
                            AS given (act, record_id, account_id, purpose, categories, order_id, subject_id, person_id)
                            ON CONFLICT (seller_id, act, record_id) DO NOTHING
                        """)
                .param("seller", seller.value())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("recipient", recipient)
                .param("acts", all.stream().map(each -> each.act().name()).toArray(String[]::new))
                .param("records", all.stream().map(Disclosure::record).toArray(UUID[]::new))
                .param("accounts", all.stream().map(Disclosure::account).toArray(UUID[]::new))
                .param(
                        "purposes",
                        all.stream().map(each -> each.purpose().name()).toArray(String[]::new))
                .param(
                        "categories",
                        all.stream()
                                .map(each -> String.join(",", Categories.names(each.categories())))
                                .toArray(String[]::new))
                .param("orders", all.stream().map(Disclosure::order).toArray(UUID[]::new))
                .param(
                        "subjects",
                        all.stream().map(each -> each.subject().value()).toArray(UUID[]::new))
                .param(
                        "persons",
                        all.stream().map(each -> each.person().orElse(null)).toArray(UUID[]::new))
                .update();
    }

    private void insert(SellerId seller, Disclosure disclosure) {
        db.sql(
                        """
                        INSERT INTO disclosure_entry
                               (seller_id, act, record_id, at, recipient, account_id, purpose, categories, order_id,
                                subject_id, person_id)
                        VALUES (:seller, :act, :record, :now, :recipient, :account, :purpose, CAST(:categories AS text[]),
                                :order, :subject, CAST(:person AS uuid))
                        ON CONFLICT (seller_id, act, record_id) DO NOTHING
                        """)
                .param("seller", seller.value())
                .param("act", disclosure.act().name())
                .param("record", disclosure.record())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("recipient", disclosure.recipient())
                .param("account", disclosure.account())
                .param("purpose", disclosure.purpose().name())
                .param("categories", Categories.names(disclosure.categories()))
                .param("order", disclosure.order())
                .param("subject", disclosure.subject().value())
                .param("person", disclosure.person().orElse(null))
                .update();
    }

    /** Who received something of an order, the latest first. */
    public List<Disclosure.Entry> ofOrder(SellerId seller, UUID order) {
        return ofOrders(seller, List.of(order));
    }

    /** Who received something of these orders, the latest first. */
    public List<Disclosure.Entry> ofOrders(SellerId seller, List<UUID> orders) {
        return transactions.in(
                seller, () -> db.sql(COLUMNS + " AND order_id = ANY (:orders) ORDER BY at DESC, act, record_id")
                        .param("seller", seller.value())
                        .param("orders", orders.toArray(UUID[]::new))
                        .query((row, number) -> entry(row))
                        .list());
    }

    /** Who received something of a data subject, the latest first. */
    public List<Disclosure.Entry> ofSubject(SellerId seller, SubjectId subject) {
        return transactions.in(
                seller, () -> db.sql(COLUMNS + " AND subject_id = :subject ORDER BY at DESC, act, record_id")
                        .param("seller", seller.value())
                        .param("subject", subject.value())
                        .query((row, number) -> entry(row))
                        .list());
    }

    /**
     * What was given away in a month of business time, the latest first.
     *
     * @param recipient to whom alone, if to one
     * @param most how many are told at most
     */
    public List<Disclosure.Entry> in(SellerId seller, YearMonth month, Optional<String> recipient, int most) {
        return transactions.in(seller, () -> db.sql(
                        COLUMNS
                                + """
                                   AND at >= :from AND at < :before
                                   AND (CAST(:recipient AS text) IS NULL OR recipient = :recipient)
                                 ORDER BY at DESC, act, record_id
                                 LIMIT :most
                                """)
                .param("seller", seller.value())
                .param("from", beginning(month))
                .param("before", beginning(month.plusMonths(1)))
                .param("recipient", recipient.orElse(null))
                .param("most", most)
                .query((row, number) -> entry(row))
                .list());
    }

    /**
     * What one recipient was given in some time, the earliest first.
     *
     * @param from the first moment, business time
     * @param before the first moment that no longer counts
     */
    public List<Disclosure.Entry> to(SellerId seller, String recipient, Instant from, Instant before) {
        return transactions.in(seller, () -> db.sql(
                        COLUMNS
                                + """
                                   AND at >= :from AND at < :before AND recipient = :recipient
                                 ORDER BY at, act, record_id
                                """)
                .param("seller", seller.value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("recipient", recipient)
                .query((row, number) -> entry(row))
                .list());
    }

    /** How often each recipient was given what in a month of business time, the most often first. */
    public List<Given> countedIn(SellerId seller, YearMonth month) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT recipient, act, count(*) AS times, count(DISTINCT subject_id) AS people
                          FROM disclosure_entry
                         WHERE seller_id = :seller AND at >= :from AND at < :before
                         GROUP BY recipient, act
                         ORDER BY times DESC, recipient, act
                        """)
                .param("seller", seller.value())
                .param("from", beginning(month))
                .param("before", beginning(month.plusMonths(1)))
                .query((row, number) -> new Given(
                        row.getString("recipient"),
                        DisclosingAct.valueOf(row.getString("act")),
                        row.getLong("times"),
                        row.getLong("people")))
                .list());
    }

    /** How many were written of each of these acts, by what they went through: for files the copy. */
    public Map<UUID, Long> counted(SellerId seller, DisclosingAct act) {
        var counted = new HashMap<UUID, Long>();
        transactions.run(seller, () -> db.sql(
                        """
                        SELECT account_id, count(*) AS times FROM disclosure_entry
                         WHERE seller_id = :seller AND act = :act
                         GROUP BY account_id
                        """)
                .param("seller", seller.value())
                .param("act", act.name())
                .query(row -> {
                    counted.put(row.getObject("account_id", UUID.class), row.getLong("times"));
                }));
        return counted;
    }

    /** When the first was written; empty if none was. */
    public Optional<Instant> since(SellerId seller) {
        return transactions.in(seller, () -> db
                .sql("SELECT min(at) FROM disclosure_entry WHERE seller_id = :seller")
                .param("seller", seller.value())
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(OffsetDateTime::toInstant)
                .findFirst());
    }

    /** Those of these for which no disclosure by that act is written. */
    public Set<UUID> without(SellerId seller, DisclosingAct act, List<UUID> records) {
        return new HashSet<>(transactions.in(seller, () -> db.sql(
                        """
                        SELECT asked.id
                          FROM unnest(:records::uuid[]) AS asked (id)
                         WHERE NOT EXISTS (
                               SELECT 1 FROM disclosure_entry entry
                                WHERE entry.seller_id = :seller AND entry.act = :act AND entry.record_id = asked.id)
                        """)
                .param("seller", seller.value())
                .param("act", act.name())
                .param("records", records.toArray(UUID[]::new))
                .query(UUID.class)
                .list()));
    }

    private OffsetDateTime beginning(YearMonth month) {
        return month.atDay(1).atStartOfDay(clock.asClock().getZone()).toOffsetDateTime();
    }

    private static Disclosure.Entry entry(ResultSet row) throws SQLException {
        var what = new Disclosure(
                DisclosingAct.valueOf(row.getString("act")),
                row.getObject("record_id", UUID.class),
                row.getString("recipient"),
                row.getObject("account_id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                Categories.read(row.getArray("categories")),
                row.getObject("order_id", UUID.class),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                Optional.ofNullable(row.getObject("person_id", UUID.class)));
        return new Disclosure.Entry(
                what, row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
