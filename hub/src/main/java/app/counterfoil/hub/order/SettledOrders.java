package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.ListedNames;
import app.counterfoil.hub.storage.SellerTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What orders of an account come to, for whoever holds them against what its channel has paid out. Nothing personal. */
@Component
public class SettledOrders {

    private static final String SENT = ListedNames.of(
            OrderState.values(), state -> state == OrderState.DISPATCHED || state == OrderState.RETURNED);

    private final JdbcClient db;
    private final SellerTransactions transactions;

    SettledOrders(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * An order of the account.
     *
     * @param id the order
     * @param number the channel's number of it
     * @param state where it stands
     * @param total what the buyer pays
     */
    public record Known(OrderId id, String number, OrderState state, Money total) {}

    /** Those of these numbers that are orders of the account, in one statement. */
    public List<Known> known(SellerId seller, UUID account, Collection<String> numbers) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT order_id, channel_order_id, state, currency, total_minor
                          FROM order_order
                         WHERE seller_id = :seller AND account_id = :account AND channel_order_id = ANY (:numbers)
                        """)
                .param("seller", seller.value())
                .param("account", account)
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, number) -> known(row))
                .list());
    }

    /** Orders of the account in that currency that were dispatched from one day to another, both included, the oldest first. */
    public List<Known> dispatched(SellerId seller, UUID account, Currency currency, LocalDate from, LocalDate until) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT order_id, channel_order_id, state, currency, total_minor
                          FROM order_order
                         WHERE seller_id = :seller AND account_id = :account AND currency = :currency
                           AND state IN (%s) AND closed_on BETWEEN :from AND :until AND total_minor > 0
                         ORDER BY closed_on, channel_order_id
                        """
                                .formatted(SENT))
                .param("seller", seller.value())
                .param("account", account)
                .param("currency", currency.getCurrencyCode())
                .param("from", from)
                .param("until", until)
                .query((row, number) -> known(row))
                .list());
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("channel_order_id"),
                OrderState.valueOf(row.getString("state")),
                new Money(row.getLong("total_minor"), Currency.getInstance(row.getString("currency"))));
    }
}
