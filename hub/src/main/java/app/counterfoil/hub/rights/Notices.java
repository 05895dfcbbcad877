package app.counterfoil.hub.rights;

import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.storage.SellerTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is to be told that something was erased, corrected or is no longer to be used: everybody who has received something of
 * it (Art 19). They are named from the ledger of disclosures; that they were told, and have confirmed it, is said by a
 * person, since couriers and channels have no way in for it.
 */
@Component
public class Notices {

    private static final int DAYS_TO_CONFIRM = 14;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Disclosures disclosures;
    private final RequestLog log;
    private final BusinessClock clock;

    Notices(
            JdbcClient db,
            SellerTransactions transactions,
            Disclosures disclosures,
            RequestLog log,
            BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.disclosures = disclosures;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A recipient who is to be told.
     *
     * @param recipient who, as a code
     * @param toldAt when they were told
     * @param confirmedAt when they confirmed it
     * @param leftOut why they are not told
     */
    public record Notice(
            String recipient,
            Optional<Instant> toldAt,
            Optional<Instant> confirmedAt,
            Optional<NoticeLeftOut> leftOut) {

        /** Whether nothing is left to do about it. */
        public boolean isOver() {
            return confirmedAt.isPresent() || leftOut.isPresent();
        }

        /** Whether they were told two weeks ago and have not confirmed it. */
        public boolean isToBeAskedAgain(LocalDate today) {
            return !isOver()
                    && toldAt.map(at -> at.atZone(BusinessClock.ZONE).toLocalDate())
                            .filter(told -> !told.plusDays(DAYS_TO_CONFIRM).isAfter(today))
                            .isPresent();
        }
    }

    /** The notices of a request, by recipient. */
    public List<Notice> of(SellerId seller, UUID request) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT recipient, told_at, confirmed_at, left_out FROM rights_notice
                         WHERE seller_id = :seller AND request_id = :request ORDER BY recipient
                        """)
                .param("seller", seller.value())
                .param("request", request)
                .query((row, number) -> notice(row))
                .list());
    }

    /** They were told. */
    public void told(SellerId seller, UUID request, String recipient, UUID person) {
        say(seller, request, new Said(recipient, Step.RECIPIENT_TOLD, Optional.empty()), person);
    }

    /** They have confirmed that it is done there. */
    public void confirmed(SellerId seller, UUID request, String recipient, UUID person) {
        say(seller, request, new Said(recipient, Step.RECIPIENT_CONFIRMED, Optional.empty()), person);
    }

    /** They are not told, for that reason. */
    public void leftOut(SellerId seller, UUID request, String recipient, NoticeLeftOut why, UUID person) {
        say(seller, request, new Said(recipient, Step.RECIPIENT_LEFT_OUT, Optional.of(why)), person);
    }

    /** Whoever has received something of these orders is to be told, in the running transaction. */
    void due(SellerId seller, UUID request, List<OrderFacts> orders) {
        add(seller, request, received(seller, orders, EnumSet.allOf(DataCategory.class)), " DO NOTHING");
    }

    /** Whoever has received what was wrong of this order is to be told, once more if they were told of something before. */
    void corrected(SellerId seller, UUID request, OrderFacts order, Set<DataCategory> wrong) {
        add(
                seller,
                request,
                received(seller, List.of(order), wrong),
                """
                 (seller_id, request_id, recipient) DO UPDATE
                   SET due_at = EXCLUDED.due_at, told_at = NULL, confirmed_at = NULL, left_out = NULL
                """);
    }

    private String[] received(SellerId seller, List<OrderFacts> orders, Set<DataCategory> what) {
        var ids = orders.stream().map(order -> order.id().value()).toList();
        return disclosures.ofOrders(seller, ids).stream()
                .map(Disclosure.Entry::what)
                .filter(each -> each.categories().stream().anyMatch(what::contains))
                .map(Disclosure::recipient)
                .distinct()
                .toArray(String[]::new);
    }

    private void add(SellerId seller, UUID request, String[] recipients, String ifKnown) {
        db.sql(
                        """
                        INSERT INTO rights_notice (seller_id, request_id, recipient, due_at)
                        SELECT :seller, :request, recipient, :now
                          FROM unnest(CAST(:recipients AS text[])) AS received (recipient)
                            ON CONFLICT"""
                                + ifKnown)
                .param("seller", seller.value())
                .param("request", request)
                .param("now", now())
                .param("recipients", recipients)
                .update();
    }

    private record Said(String recipient, Step step, Optional<NoticeLeftOut> leftOut) {}

    /** Whoever has confirmed it was told of it, whether that was written down or not. */
    private void say(SellerId seller, UUID request, Said said, UUID person) {
        transactions.run(seller, () -> {
            var changed = db.sql(
                            """
                            UPDATE rights_notice
                               SET told_at = CASE WHEN :leftOut IS NULL THEN COALESCE(told_at, :now) ELSE told_at END,
                                   confirmed_at = CASE WHEN :confirmed THEN :now ELSE confirmed_at END,
                                   left_out = COALESCE(CAST(:leftOut AS text), left_out),
                                   person_id = :person
                             WHERE seller_id = :seller AND request_id = :request AND recipient = :recipient
                            """)
                    .param("leftOut", said.leftOut().map(Enum::name).orElse(null), Types.VARCHAR)
                    .param("now", now())
                    .param("confirmed", said.step() == Step.RECIPIENT_CONFIRMED)
                    .param("person", person)
                    .param("seller", seller.value())
                    .param("request", request)
                    .param("recipient", said.recipient())
                    .update();
            if (changed == 0) {
                throw new NoSuchRequest();
            }
            var detail = said.leftOut().map(why -> " " + why.name()).orElse("");
            log.write(seller, request, said.step(), said.recipient() + detail, Optional.of(person));
        });
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getString("recipient"),
                instant(row, "told_at"),
                instant(row, "confirmed_at"),
                Optional.ofNullable(row.getString("left_out")).map(NoticeLeftOut::valueOf));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
