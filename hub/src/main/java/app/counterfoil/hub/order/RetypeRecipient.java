package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.RetentionPolicy;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectForgotten;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes in an address that a person types, where the one the channel gave has ended or was wrong. It is sealed for
 * delivery like any other, for a week, and who typed it and why stands in the order's history.
 */
@Component
public class RetypeRecipient {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Orders orders;
    private final OrderRows rows;
    private final Custody custody;
    private final BusinessClock clock;

    RetypeRecipient(
            JdbcClient db,
            SellerTransactions transactions,
            Orders orders,
            OrderRows rows,
            Custody custody,
            BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.orders = orders;
        this.rows = rows;
        this.custody = custody;
        this.clock = clock;
    }

    /**
     * Seals the recipient of an order anew.
     *
     * @param reason why, as a code
     * @throws NotToBeSent if the order goes nowhere any more
     * @throws Forgotten if the person was forgotten: then no address of theirs is taken in again
     * @throws app.counterfoil.vault.PurposeNotCarried if the person's role does not open addresses
     */
    public void retype(SignedIn person, OrderId id, Recipient recipient, String reason) {
        var seller = person.seller();
        transactions.run(seller, () -> {
            var order = orders.one(seller, id).orElseThrow(NotToBeSent::new);
            if (order.byChannel() || order.state() == OrderState.CANCELLED) {
                throw new NotToBeSent();
            }
            var end = RetentionPolicy.orderOpen(clock.today());
            try {
                custody.in(seller, vault -> {
                    vault.replace(
                            person.opening(Purpose.DELIVERY, reason),
                            Recipient.KIND,
                            List.of(new Sealing<>(Recipient.KIND, id.value(), order.subject(), end, recipient)));
                    return id;
                });
            } catch (SubjectForgotten forgotten) {
                throw new Forgotten();
            }
            db.sql(
                            """
                            UPDATE order_order
                               SET territory = :territory, personal_ends_on = GREATEST(personal_ends_on, :end)
                             WHERE seller_id = :seller AND order_id = :order
                            """)
                    .param("territory", Territory.of(Optional.of(recipient)))
                    .param("end", end)
                    .param("seller", seller.value())
                    .param("order", id.value())
                    .update();
            rows.events(seller, List.of(id), "ADDRESS_TYPED_IN", List.of(reason), Optional.of(person.id()));
        });
    }

    /** The order goes nowhere any more. */
    public static final class NotToBeSent extends Refusal {
        NotToBeSent() {
            super("No parcel is sent for this order.", "Look at it under Orders.");
        }
    }

    /** The person was forgotten. */
    public static final class Forgotten extends Refusal {
        Forgotten() {
            super(
                    "This buyer's data was erased on request, and is not taken in again.",
                    "If they want the parcel after all, ask them to order anew.");
        }
    }
}
