package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Receipts for erasures: what was destroyed and what stays by which law, in numbers and days, naming nobody. Whoever has one
 * can look at any later time whether it still holds: the subjects' secrets are held against what the erasure ledger knows.
 */
@Component
public class Receipts {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Custody custody;
    private final BusinessClock clock;
    private final HeldOnRequester heldOn;

    Receipts(
            JdbcClient db,
            SellerTransactions transactions,
            Custody custody,
            BusinessClock clock,
            HeldOnRequester heldOn) {
        this.db = db;
        this.transactions = transactions;
        this.custody = custody;
        this.clock = clock;
        this.heldOn = heldOn;
    }

    /**
     * A receipt.
     *
     * @param request of which request
     * @param code by which it is found
     * @param madeAt when it was made
     * @param lines what it says
     */
    public record Receipt(UUID request, String code, Instant madeAt, List<String> lines) {}

    /**
     * A receipt that somebody looks at.
     *
     * @param receipt what it says
     * @param holds whether all that it says was destroyed is destroyed, as the erasure ledger has it
     */
    public record Checked(Receipt receipt, boolean holds) {}

    /** The receipt of a request, if there is one. */
    public Optional<Receipt> of(SellerId seller, UUID request) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT request_id, code, made_at, lines FROM rights_receipt
                         WHERE seller_id = :seller AND request_id = :request
                        """)
                .param("seller", seller.value())
                .param("request", request)
                .query((row, number) -> receipt(row))
                .optional());
    }

    /** The receipt of that code, held against the ledger; empty if there is none, or the request's record has ended. */
    public Optional<Checked> check(SellerId seller, String code) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT receipt.request_id, code, made_at, lines
                          FROM rights_receipt receipt
                          JOIN rights_request request
                            ON request.seller_id = :seller AND request.request_id = receipt.request_id
                         WHERE receipt.seller_id = :seller AND code = :code AND request.record_ends_on > :today
                        """)
                .param("today", clock.today())
                .param("seller", seller.value())
                .param("code", code)
                .query((row, number) -> receipt(row))
                .optional()
                .map(receipt -> new Checked(receipt, holds(seller, receipt.request()))));
    }

    /** Makes it, once, in the running transaction, of what was just looked at again. */
    void make(SellerId seller, RightsRequest request, List<HeldOnRequester.OfOrder> held) {
        var lines = new ArrayList<String>();
        lines.add("Request " + request.name() + ", received on "
                + Written.longDay(request.clock().receivedOn()) + ".");
        lines.add("Destroyed by " + Written.longDay(clock.today()) + ", of " + held.size()
                + (held.size() == 1 ? " order" : " orders") + ": all that was held for "
                + EraseOnRequest.OF_ORDERS.stream()
                        .map(purpose -> purpose.title().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + ".");
        var ofOne = held.stream().filter(order -> order.side() != Side.BOTH).count();
        if (ofOne > 0) {
            lines.add("Of " + ofOne + (ofOne == 1 ? " order" : " orders")
                    + " that name two people, what was held on the one who has asked.");
        }
        stays(held).forEach(lines::add);
        insert(seller, request, lines, Optional.empty());
    }

    /** The same of an account of the shop, whose address and password were destroyed with that subject's secret. */
    void makeOfAccount(SellerId seller, RightsRequest request, SubjectId erased, LocalDate nameEndsOn) {
        insert(
                seller,
                request,
                List.of(
                        "Request " + request.name() + ", received on "
                                + Written.longDay(request.clock().receivedOn()) + ".",
                        "Destroyed by " + Written.longDay(clock.today())
                                + ", of an account of the shop: the address and the password.",
                        "Kept so that the journal can say who has done what (Art 5(2), 17(3)(b)): the name, until "
                                + Written.longDay(nameEndsOn) + "; what was done, by number."),
                Optional.of(erased));
    }

    private void insert(SellerId seller, RightsRequest request, List<String> lines, Optional<SubjectId> account) {
        db.sql(
                        """
                        INSERT INTO rights_receipt (seller_id, request_id, code, made_at, lines, account_subject)
                        VALUES (:seller, :request, :code, :now, CAST(:lines AS text[]), CAST(:account AS uuid))
                            ON CONFLICT DO NOTHING
                        """)
                .param("account", account.map(SubjectId::value).orElse(null))
                .param("seller", seller.value())
                .param("request", request.id())
                .param("code", Passphrase.fresh())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("lines", lines.toArray(String[]::new))
                .update();
    }

    private static List<String> stays(Collection<HeldOnRequester.OfOrder> held) {
        var ends = held.stream()
                .flatMap(order -> order.held().stream())
                .map(HeldOnRequester.Held::part)
                .collect(Collectors.groupingBy(
                        part -> part.purpose(),
                        Collectors.mapping(
                                part -> part.endsOn(), Collectors.maxBy(Comparator.<LocalDate>naturalOrder()))));
        return ends.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> stays(each.getKey(), each.getValue().orElseThrow()))
                .toList();
    }

    private static String stays(Purpose purpose, LocalDate last) {
        return purpose == Purpose.LEGAL_CLAIM
                ? "Kept while a legal claim needs it (" + purpose.lawfulBasis() + ")."
                : "Kept " + purpose.inOrder() + " (" + purpose.lawfulBasis() + "), until " + Written.longDay(last)
                        + " at the latest.";
    }

    private boolean holds(SellerId seller, UUID request) {
        var account = accountOf(seller, request);
        if (account.isPresent()) {
            var subjects = Set.of(account.get());
            return custody.in(
                    seller,
                    vault -> vault.erasures().outstanding() == 0
                            && vault.erasures()
                                    .forgotten(Purpose.STAFF, subjects)
                                    .containsAll(subjects));
        }
        var theirs = heldOn.theirs(seller, request);
        var sides = heldOn.sides(seller, request);
        return custody.in(
                seller,
                vault -> vault.erasures().outstanding() == 0
                        && EraseOnRequest.OF_ORDERS.stream().allMatch(purpose -> {
                            var subjects = EraseOnRequest.of(purpose, theirs, sides).stream()
                                    .map(OrderFacts::subject)
                                    .collect(Collectors.toSet());
                            return vault.erasures().forgotten(purpose, subjects).containsAll(subjects);
                        }));
    }

    private Optional<SubjectId> accountOf(SellerId seller, UUID request) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT account_subject FROM rights_receipt
                         WHERE seller_id = :seller AND request_id = :request AND account_subject IS NOT NULL
                        """)
                .param("seller", seller.value())
                .param("request", request)
                .query((row, number) -> new SubjectId(row.getObject(1, UUID.class)))
                .optional());
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getObject("request_id", UUID.class),
                row.getString("code"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("lines").getArray()));
    }
}
