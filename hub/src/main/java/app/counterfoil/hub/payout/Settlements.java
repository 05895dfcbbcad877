package app.counterfoil.hub.payout;

import app.counterfoil.hub.accounting.JournalPostings;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.ListedNames;
import app.counterfoil.hub.storage.SellerTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The settlements that were taken in, down to their lines. */
@Component
public class Settlements {

    private static final String SUMMED =
            """
            SELECT settlement.*, line.sold, line.fees, line.unknown
              FROM payout_settlement settlement
              JOIN LATERAL (
                   SELECT COALESCE(sum(amount_minor) FILTER (WHERE kind IN (%s)), 0) AS sold,
                          COALESCE(sum(amount_minor) FILTER (WHERE kind IN (%s)), 0) AS fees,
                          count(*) FILTER (WHERE kind = 'UNKNOWN') AS unknown
                     FROM payout_line
                    WHERE seller_id = settlement.seller_id AND settlement_id = settlement.settlement_id) line ON true
             WHERE settlement.seller_id = :seller
            """
                    .formatted(
                            ListedNames.of(LineKind.values(), kind -> kind.isPaid() || kind == LineKind.REFUND),
                            ListedNames.of(LineKind.values(), kind -> kind.group() == LineKind.Group.FEES));

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final JournalPostings posted;

    Settlements(JdbcClient db, SellerTransactions transactions, JournalPostings posted) {
        this.db = db;
        this.transactions = transactions;
        this.posted = posted;
    }

    /**
     * What lines of one kind and name come to.
     *
     * @param kind what they are
     * @param name how the channel calls them
     * @param lines how many there are
     * @param sum what they come to
     */
    public record Sum(LineKind kind, String name, int lines, Money sum) {}

    /**
     * A line as it was taken in.
     *
     * @param number its number in the settlement, from 1 on
     * @param line what it says
     */
    public record Numbered(int number, SettlementLine line) {}

    /** The latest by their period, and of those so many behind the first so many. */
    public List<Settlement> latest(SellerId seller, int skipped, int most) {
        return transactions.in(seller, () -> db.sql(SUMMED
                        + " ORDER BY settlement.last_day DESC, settlement.settlement_id OFFSET :skipped LIMIT :most")
                .param("seller", seller.value())
                .param("skipped", skipped)
                .param("most", most)
                .query((row, number) -> settlement(row))
                .list());
    }

    /**
     * One of them.
     *
     * @throws NoSuchSettlement if there is none like that
     */
    public Settlement one(SellerId seller, UUID id) {
        return transactions.in(seller, () -> known(seller, id).orElseThrow(NoSuchSettlement::new));
    }

    Optional<Settlement> known(SellerId seller, UUID id) {
        return db.sql(SUMMED + " AND settlement.settlement_id = :id")
                .param("seller", seller.value())
                .param("id", id)
                .query((row, number) -> settlement(row))
                .optional();
    }

    /** Those whose day in the books lies in the month, the earliest first. */
    List<Settlement> ofMonth(SellerId seller, YearMonth month) {
        return db.sql(
                        SUMMED
                                + " AND COALESCE(settlement.paid_on, settlement.last_day) BETWEEN :from AND :until"
                                + " ORDER BY COALESCE(settlement.paid_on, settlement.last_day), settlement.number, settlement.settlement_id")
                .param("seller", seller.value())
                .param("from", month.atDay(1))
                .param("until", month.atEndOfMonth())
                .query((row, number) -> settlement(row))
                .list();
    }

    /** Those whose day lies from one day until before another, by their ids, the earliest first. */
    List<UUID> ofDays(SellerId seller, LocalDate from, LocalDate before) {
        return db.sql(
                        """
                        SELECT settlement_id FROM payout_settlement
                         WHERE seller_id = :seller AND COALESCE(paid_on, last_day) >= :from AND COALESCE(paid_on, last_day) < :before
                         ORDER BY COALESCE(paid_on, last_day), number, settlement_id
                        """)
                .param("seller", seller.value())
                .param("from", from)
                .param("before", before)
                .query(UUID.class)
                .list();
    }

    /** What its lines come to, by kind and name, in the order of the kinds and then the largest first. */
    public List<Sum> sums(SellerId seller, Settlement settlement) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT kind, name, CAST(count(*) AS integer) AS lines, CAST(sum(amount_minor) AS bigint) AS sum
                          FROM payout_line
                         WHERE seller_id = :seller AND settlement_id = :id
                         GROUP BY kind, name
                         ORDER BY array_position(:kinds::text[], kind), abs(sum(amount_minor)) DESC, name
                        """)
                .param("seller", seller.value())
                .param("id", settlement.id())
                .param("kinds", kinds())
                .query((row, number) -> new Sum(
                        LineKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getInt("lines"),
                        new Money(row.getLong("sum"), settlement.total().currency())))
                .list());
    }

    private static String[] kinds() {
        return Arrays.stream(LineKind.values()).map(Enum::name).toArray(String[]::new);
    }

    /** Lines behind one of them, at most so many: all, or those of one kind and name. */
    public List<Numbered> lines(
            SellerId seller, Settlement settlement, Optional<LineKind> kind, String name, int behind, int most) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT * FROM payout_line
                         WHERE seller_id = :seller AND settlement_id = :id AND line > :behind
                           AND (CAST(:kind AS text) IS NULL OR kind = :kind) AND (:name = '' OR name = :name)
                         ORDER BY line
                         LIMIT :most
                        """)
                .param("seller", seller.value())
                .param("id", settlement.id())
                .param("behind", behind)
                .param("kind", kind.map(Enum::name).orElse(null))
                .param("name", name)
                .param("most", most)
                .query((row, number) -> new Numbered(
                        row.getInt("line"),
                        new SettlementLine(
                                row.getInt("file_row"),
                                LineKind.valueOf(row.getString("kind")),
                                row.getString("name"),
                                row.getString("order_number"),
                                row.getObject("day", LocalDate.class),
                                new Money(
                                        row.getLong("amount_minor"),
                                        settlement.total().currency()))))
                .list());
    }

    /**
     * Removes one that was taken in by mistake, with all its lines.
     *
     * @throws NoSuchSettlement if there is none like that
     * @throws StandsInBooks if it was entered into the books at an accounting service
     */
    public void remove(SellerId seller, UUID id) {
        transactions.run(seller, () -> {
            if (posted.isPosted(seller, id)) {
                throw new StandsInBooks();
            }
            for (var table : List.of("payout_look", "payout_line")) {
                db.sql("DELETE FROM " + table + " WHERE seller_id = :seller AND settlement_id = :id")
                        .param("seller", seller.value())
                        .param("id", id)
                        .update();
            }
            var removed = db.sql("DELETE FROM payout_settlement WHERE seller_id = :seller AND settlement_id = :id")
                    .param("seller", seller.value())
                    .param("id", id)
                    .update();
            if (removed == 0) {
                throw new NoSuchSettlement();
            }
        });
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Settlement(
                row.getObject("settlement_id", UUID.class),
                row.getObject("account_id", UUID.class),
                OutsideService.valueOf(row.getString("service")),
                row.getString("number"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Optional.ofNullable(row.getObject("paid_on", LocalDate.class)),
                new Money(row.getLong("total_minor"), currency),
                new Money(row.getLong("sold"), currency),
                new Money(row.getLong("fees"), currency),
                row.getInt("unknown"),
                row.getInt("lines"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant());
    }

    /** There is no such settlement with this seller. */
    @ResponseStatus(HttpStatus.CONFLICT)
    public static final class StandsInBooks extends Refusal {
        StandsInBooks() {
            super(
                    "This settlement was entered into the books of an accounting service, so it is not removed here.",
                    "Take the entry back there. What was taken in by mistake stays here, and can be said to be looked at.");
        }
    }

    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class NoSuchSettlement extends Refusal {
        NoSuchSettlement() {
            super("There is no such settlement.", "Look at the list under Payouts.");
        }
    }
}
