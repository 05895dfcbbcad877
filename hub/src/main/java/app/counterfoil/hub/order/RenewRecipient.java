package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes in an address anew where the one the channel gave has ended or was wrong: fetched from the channel again, or
 * typed by a person. It is sealed for delivery like any other, for a week, and who did it and why stands in the order's
 * history. Tax records are never used to send parcels.
 */
@Component
public class RenewRecipient {

    /** Delivery data lives for 90 days; a parcel that comes back takes some weeks more. */
    private static final int DAYS_OF_PACKERS = 120;

    private final SellerTransactions transactions;
    private final Orders orders;
    private final Timeline timeline;
    private final KnownOrders known;
    private final TypedRecipients typed;
    private final Custody custody;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    RenewRecipient(
            SellerTransactions transactions,
            Orders orders,
            Timeline timeline,
            KnownOrders known,
            TypedRecipients typed,
            Custody custody,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.orders = orders;
        this.timeline = timeline;
        this.known = known;
        this.typed = typed;
        this.custody = custody;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Seals the recipient that the person has typed.
     *
     * @param reason why
     * @throws NotToBeSent if the order goes nowhere any more
     * @throws Forgotten if the buyer was forgotten: then no address of theirs is taken in again
     * @throws app.counterfoil.vault.PurposeNotCarried if the person's role does not open addresses
     */
    public void typed(SignedIn person, OrderId id, Recipient recipient, AddressReason reason) {
        renew(
                person.seller(),
                person.opening(Purpose.DELIVERY, reason.name()),
                id,
                recipient,
                OrderHappening.ADDRESS_TYPED_IN,
                reason.name(),
                Optional.of(person.id()));
    }

    /**
     * Seals the recipient that the channel has given again.
     *
     * @param reason why it was asked
     * @throws NotToBeSent if the order goes nowhere any more
     * @throws ClosedLongAgo as {@link #refuseOldOnes} does
     * @throws Forgotten if the buyer was forgotten
     * @throws app.counterfoil.vault.PurposeNotCarried if the person's role does not open addresses
     */
    public void fetched(SignedIn person, OrderId id, Recipient recipient, AddressReason reason) {
        refuseOldOnes(person, orders.one(person.seller(), id).orElseThrow(NotToBeSent::new));
        renew(
                person.seller(),
                person.opening(Purpose.DELIVERY, reason.name()),
                id,
                recipient,
                OrderHappening.ADDRESS_FETCHED,
                reason.name(),
                Optional.of(person.id()));
    }

    /**
     * Refuses to bring back the address of an order that was closed long ago to somebody who only sends parcels: its end
     * has come, and a label for it is a matter between the shop and the buyer.
     *
     * @throws ClosedLongAgo if it was closed more than 120 days ago and the person's role does not carry customer service
     */
    public void refuseOldOnes(SignedIn person, OrderFacts order) {
        var oldest = clock.today().minusDays(DAYS_OF_PACKERS);
        if (!person.carries(Purpose.SERVICE)
                && order.closedOn().filter(day -> day.isBefore(oldest)).isPresent()) {
            throw new ClosedLongAgo();
        }
    }

    /**
     * Seals the recipient that the channel tells late, for an order that waited for it; the order goes on.
     *
     * @throws NotToBeSent if the order goes nowhere any more
     * @throws Forgotten if the buyer was forgotten
     */
    public void toldLate(SellerId seller, OrderId id, Recipient recipient) {
        var opening = new Opening(HubJob.INTAKE, Purpose.DELIVERY, "ADDRESS_TOLD");
        renew(seller, opening, id, recipient, OrderHappening.ADDRESS_TOLD, "", Optional.empty());
    }

    private void renew(
            SellerId seller,
            Opening opening,
            OrderId id,
            Recipient recipient,
            OrderHappening event,
            String reason,
            Optional<UUID> person) {
        transactions.run(seller, () -> {
            known.lock(seller, List.of(id));
            var order = orders.one(seller, id).orElseThrow(NotToBeSent::new);
            if (order.byChannel() || order.state() == OrderState.CANCELLED) {
                throw new NotToBeSent();
            }
            var byPerson = event == OrderHappening.ADDRESS_TYPED_IN;
            var end = later(order, RetentionPolicy.orderOpen(clock.today()));
            var before = living(seller, opening, order);
            if (byPerson && typed.among(seller, List.of(id)).isEmpty()) {
                before.ifPresent(told -> typed.keep(seller, opening, order, end, told));
            }
            seal(
                    seller,
                    opening,
                    order,
                    end,
                    before.map(recipient::withMessagesOf).orElse(recipient));
            known.addressed(seller, id, recipient.territory(), byPerson, end, reason.isEmpty() ? event.name() : reason);
            timeline.write(seller, List.of(id), event, reason, person);
            goOn(seller, order);
            events.publishEvent(new OrdersEdited(seller, List.of(id)));
        });
    }

    private void seal(SellerId seller, Opening opening, OrderFacts order, LocalDate end, Recipient whole) {
        var sealing = new Sealing<>(Recipient.KIND, order.id().value(), order.subject(), end, whole);
        var forgotten = custody.in(seller, vault -> vault.replace(opening, Recipient.KIND, List.of(sealing)));
        if (!forgotten.isEmpty()) {
            throw new Forgotten();
        }
    }

    private static LocalDate later(OrderFacts order, LocalDate end) {
        return order.personalEndsOn().filter(end::isBefore).orElse(end);
    }

    private Optional<Recipient> living(SellerId seller, Opening opening, OrderFacts order) {
        return custody.in(seller, vault -> vault.openOne(opening, Recipient.KIND, order.people()))
                .opened();
    }

    /** What waited for its address waits no more. */
    private void goOn(SellerId seller, OrderFacts order) {
        if (order.holds().contains(HoldReason.ADDRESS_NEEDED)) {
            var holds = EnumSet.copyOf(order.holds());
            holds.remove(HoldReason.ADDRESS_NEEDED);
            known.held(seller, order.id(), holds, OrderState.of(holds, order.byChannel()));
        }
    }

    /** The order goes nowhere any more. */
    public static final class NotToBeSent extends Refusal {
        NotToBeSent() {
            super("No parcel is sent for this order.", "Look at it under Orders.");
        }
    }

    /** It was closed so long ago that its address is no matter of whoever packs any more. */
    public static final class ClosedLongAgo extends Refusal {
        ClosedLongAgo() {
            super(
                    "This order was closed more than " + DAYS_OF_PACKERS + " days ago, and its address has ended.",
                    "Ask the owner, who may fetch it.");
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
