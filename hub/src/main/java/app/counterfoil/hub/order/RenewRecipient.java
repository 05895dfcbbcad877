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
 * Takes in an address anew where the one the channel gave has ended or was wrong: fetched from the channel again, or
 * typed by a person. It is sealed for delivery like any other, for a week, and who did it and why stands in the order's
 * history. Tax records are never used to send parcels.
 */
@Component
public class RenewRecipient {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Orders orders;
    private final OrderRows rows;
    private final Custody custody;
    private final BusinessClock clock;

    RenewRecipient(
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
     * Seals the recipient that the person has typed.
     *
     * @param reason why, as a code
     * @throws NotToBeSent if the order goes nowhere any more
     * @throws Forgotten if the buyer was forgotten: then no address of theirs is taken in again
     * @throws app.counterfoil.vault.PurposeNotCarried if the person's role does not open addresses
     */
    public void typed(SignedIn person, OrderId id, Recipient recipient, String reason) {
        renew(person, id, recipient, "ADDRESS_TYPED_IN", reason);
    }

    /**
     * Seals the recipient that the channel has given again.
     *
     * @throws NotToBeSent if the order goes nowhere any more
     * @throws Forgotten if the buyer was forgotten
     * @throws app.counterfoil.vault.PurposeNotCarried if the person's role does not open addresses
     */
    public void fetched(SignedIn person, OrderId id, Recipient recipient) {
        renew(person, id, recipient, "ADDRESS_FETCHED", "ADDRESS_ENDED");
    }

    private void renew(SignedIn person, OrderId id, Recipient recipient, String event, String reason) {
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
            rows.events(seller, List.of(id), event, List.of(reason), Optional.of(person.id()));
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
