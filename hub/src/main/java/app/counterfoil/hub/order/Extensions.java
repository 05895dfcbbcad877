package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers why the personal data of an order was carried on. */
@Component
public class Extensions {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    Extensions(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * The last time an order's data was carried on.
     *
     * @param on the day
     * @param because the reason, as the end of a sentence that begins with "because"
     */
    public record Extension(LocalDate on, String because) {}

    /** Why an order's data was last carried on; empty if it never was. */
    public Optional<Extension> of(SellerId seller, OrderId order) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT extended_on, extended_because FROM order_order
                         WHERE seller_id = :seller AND order_id = :order AND extended_on IS NOT NULL
                        """)
                .param("seller", seller.value())
                .param("order", order.value())
                .query((row, number) ->
                        new Extension(row.getObject(1, LocalDate.class), words(String.valueOf(row.getString(2)))))
                .optional());
    }

    private static String words(String because) {
        return AddressReason.named(because).map(AddressReason::because).orElseGet(() -> switch (because) {
            case "AWAITING_PAYMENT" -> "the buyer had not paid yet";
            case "OPEN" -> "the order was open";
            case "READY" -> "it was ready and had not left";
            case "CANCEL_REQUESTED" -> "the buyer had asked to cancel, and nobody had decided";
            case "HELD_BY_PERSON" -> "somebody of the shop had put it on hold";
            case "ADDRESS_NEEDED" -> "the channel had not told the address";
            case "ADDRESS_TOLD" -> "the channel has told its address late";
            default -> "it was still needed";
        });
    }
}
