package app.counterfoil.hub.payout;

import app.counterfoil.hub.invoice.DocumentSums;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.SettledOrders;
import app.counterfoil.hub.storage.ListedNames;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds a settlement against the orders in it. What was settled of an order is taken from all settlements of its account, since
 * its parts may come in several; each of them shows the difference. Nothing of it is kept: once an order, its documents or
 * another settlement is there, the difference is gone.
 */
@Component
public class CompareOrders {

    /** A channel may hold money back until a week after the parcel has come; then an order should be in a settlement. */
    static final int DAYS_UNTIL_SETTLED = 14;

    private static final String SETTLED =
            """
            SELECT line.order_number,
                   COALESCE(sum(line.amount_minor) FILTER (WHERE line.kind IN (%s)), 0) AS paid,
                   COALESCE(-sum(line.amount_minor) FILTER (WHERE line.kind = 'REFUND'), 0) AS refunded,
                   COALESCE(sum(line.amount_minor) FILTER (WHERE line.kind = 'WITHHELD_TAX'), 0) AS withheld
              FROM payout_line line
              JOIN payout_settlement settlement USING (seller_id, settlement_id)
             WHERE line.seller_id = :seller AND settlement.account_id = :account AND settlement.currency = :currency
               AND line.order_number IN (SELECT order_number FROM payout_line
                                          WHERE seller_id = :seller AND settlement_id = :settlement AND order_number <> ''
                                            AND kind IN (%s))
             GROUP BY line.order_number
             ORDER BY line.order_number
            """
                    .formatted(
                            ListedNames.of(LineKind.values(), LineKind::isPaid),
                            ListedNames.of(LineKind.values(), kind -> kind.isPaid() || kind == LineKind.REFUND));

    private static final String IN_ANY =
            """
            SELECT DISTINCT line.order_number
              FROM payout_line line
              JOIN payout_settlement settlement USING (seller_id, settlement_id)
             WHERE line.seller_id = :seller AND settlement.account_id = :account AND line.order_number = ANY (:numbers)
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final SettledOrders orders;
    private final DocumentSums documents;
    private final Looks looks;

    CompareOrders(
            JdbcClient db, SellerTransactions transactions, SettledOrders orders, DocumentSums documents, Looks looks) {
        this.db = db;
        this.transactions = transactions;
        this.orders = orders;
        this.documents = documents;
        this.looks = looks;
    }

    private record Settled(String number, Money paid, Money refunded, Money withheld) {}

    /** In what the settlement and its orders differ: what nobody has looked at first, then the largest first. */
    public List<Difference> of(SellerId seller, Settlement settlement) {
        return transactions.in(seller, () -> {
            var found = new ArrayList<Difference>();
            var settled = settled(seller, settlement);
            var known = byNumber(orders.known(
                    seller,
                    settlement.account(),
                    settled.stream().map(Settled::number).toList()));
            var sums = documents.of(
                    seller, known.values().stream().map(SettledOrders.Known::id).toList());
            settled.forEach(
                    each -> found.addAll(differences(each, Optional.ofNullable(known.get(each.number())), sums)));
            found.addAll(notSettled(seller, settlement));
            return looks.on(seller, settlement.id(), found).stream()
                    .sorted(Comparator.comparing(
                                    (Difference each) -> each.looked().isPresent())
                            .thenComparing(Difference::kind)
                            .thenComparing(each -> -Math.abs(each.about())))
                    .toList();
        });
    }

    /**
     * Says what came of looking at a difference.
     *
     * @throws Looks.NoSuchDifference if there is none like that any more
     */
    public void say(
            SellerId seller, Settlement settlement, DifferenceKind kind, String number, LookNote note, UUID person) {
        transactions.run(seller, () -> {
            var difference = of(seller, settlement).stream()
                    .filter(each -> each.kind() == kind && each.number().equals(number))
                    .findFirst()
                    .orElseThrow(Looks.NoSuchDifference::new);
            looks.say(seller, settlement.id(), difference, note, person);
        });
    }

    /** Takes back what was said of a difference. */
    public void takeBack(SellerId seller, Settlement settlement, DifferenceKind kind, String number) {
        looks.takeBack(seller, settlement.id(), kind, number);
    }

    private List<Settled> settled(SellerId seller, Settlement settlement) {
        var currency = settlement.total().currency();
        return db.sql(SETTLED)
                .param("seller", seller.value())
                .param("account", settlement.account())
                .param("currency", currency.getCurrencyCode())
                .param("settlement", settlement.id())
                .query((row, number) -> new Settled(
                        row.getString("order_number"),
                        new Money(row.getLong("paid"), currency),
                        new Money(row.getLong("refunded"), currency),
                        new Money(row.getLong("withheld"), currency)))
                .list();
    }

    private static List<Difference> differences(
            Settled settled, Optional<SettledOrders.Known> known, Map<OrderId, DocumentSums.Sums> documents) {
        if (known.isEmpty()) {
            var kept = settled.paid().minus(settled.refunded());
            return List.of(difference(DifferenceKind.UNKNOWN_ORDER, settled, known, kept, Optional.empty()));
        }
        var order = known.get();
        if (!order.total().currency().equals(settled.paid().currency())) {
            return List.of(difference(
                    DifferenceKind.OTHER_CURRENCY, settled, known, settled.paid(), Optional.of(order.total())));
        }
        var found = new ArrayList<Difference>();
        if (order.state() == OrderState.CANCELLED
                && settled.paid().minus(settled.refunded()).minor() > 0) {
            found.add(difference(
                    DifferenceKind.CANCELLED,
                    settled,
                    known,
                    settled.paid().minus(settled.refunded()),
                    Optional.empty()));
        } else if (!isWhole(settled, order.total())) {
            found.add(difference(DifferenceKind.AMOUNT, settled, known, settled.paid(), Optional.of(order.total())));
        }
        Optional.ofNullable(documents.get(order.id()))
                .map(DocumentSums.Sums::credited)
                .filter(credited ->
                        credited.currency().equals(settled.refunded().currency()))
                .filter(credited -> settled.refunded().compareTo(credited) > 0)
                .ifPresent(credited -> found.add(difference(
                        DifferenceKind.REFUND_WITHOUT_CREDIT,
                        settled,
                        known,
                        settled.refunded(),
                        Optional.of(credited))));
        return found;
    }

    /** Where the sale itself is in a file that was never taken in, nothing can be compared; a tax on top may be the channel's. */
    private static boolean isWhole(Settled settled, Money total) {
        return settled.paid().isZero()
                || settled.paid().equals(total)
                || settled.paid().plus(settled.withheld()).equals(total);
    }

    private static Difference difference(
            DifferenceKind kind,
            Settled settled,
            Optional<SettledOrders.Known> known,
            Money told,
            Optional<Money> expected) {
        return new Difference(
                kind, settled.number(), known.map(SettledOrders.Known::id), told, expected, Optional.empty());
    }

    /** What was sent so many days before the period, and is in no settlement of the account. */
    private List<Difference> notSettled(SellerId seller, Settlement settlement) {
        var currency = settlement.total().currency();
        var sent = orders.dispatched(
                seller,
                settlement.account(),
                currency,
                settlement.firstDay().minusDays(DAYS_UNTIL_SETTLED),
                settlement.lastDay().minusDays(DAYS_UNTIL_SETTLED));
        var there = inAny(
                seller,
                settlement.account(),
                sent.stream().map(SettledOrders.Known::number).toList());
        return sent.stream()
                .filter(order -> !there.contains(order.number()))
                .map(order -> new Difference(
                        DifferenceKind.NOT_SETTLED,
                        order.number(),
                        Optional.of(order.id()),
                        Money.zero(currency),
                        Optional.of(order.total()),
                        Optional.empty()))
                .toList();
    }

    private Set<String> inAny(SellerId seller, UUID account, Collection<String> numbers) {
        return new HashSet<>(db.sql(IN_ANY)
                .param("seller", seller.value())
                .param("account", account)
                .param("numbers", numbers.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private static Map<String, SettledOrders.Known> byNumber(List<SettledOrders.Known> known) {
        Map<String, SettledOrders.Known> byNumber = new HashMap<>();
        known.forEach(each -> byNumber.put(each.number(), each));
        return byNumber;
    }
}
