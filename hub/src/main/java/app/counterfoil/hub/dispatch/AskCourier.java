package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.Orders;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the courier what became of bookings whose outcome or label is not known. It never buys. */
@Component
public class AskCourier {

    private static final Logger LOG = LoggerFactory.getLogger(AskCourier.class);
    private static final int MOST = 500;
    /** A courier that did not answer so often in a row is left alone until the next run. */
    private static final int SILENCES = 2;

    private final CourierAccounts couriers;
    private final Accounts accounts;
    private final Orders orders;
    private final BookingIntents intents;
    private final BookingOutcomes outcomes;

    AskCourier(
            CourierAccounts couriers,
            Accounts accounts,
            Orders orders,
            BookingIntents intents,
            BookingOutcomes outcomes) {
        this.couriers = couriers;
        this.accounts = accounts;
        this.orders = orders;
        this.intents = intents;
        this.outcomes = outcomes;
    }

    /** Asks about everything of the seller that is not known and nobody is asking about; returns how much is known now. */
    public int aboutAll(SellerId seller) {
        return aboutAll(seller, asked -> {});
    }

    /**
     * Asks as {@link #aboutAll(SellerId)} does.
     *
     * @param done told how many were asked about
     */
    public int aboutAll(SellerId seller, IntConsumer done) {
        int known = 0;
        int asked = 0;
        int silences = 0;
        for (var shipment : intents.askable(seller, MOST)) {
            var answer = ask(seller, shipment);
            known += answer == Answer.KNOWN ? 1 : 0;
            silences = answer == Answer.SILENCE ? silences + 1 : 0;
            done.accept(++asked);
            if (silences == SILENCES) {
                return known;
            }
        }
        return known;
    }

    /** Asks about one; returns whether its outcome is known now. */
    boolean about(SellerId seller, UUID id) {
        return ask(seller, id) == Answer.KNOWN;
    }

    private enum Answer {
        KNOWN,
        NOT_KNOWN,
        SILENCE
    }

    private Answer ask(SellerId seller, UUID id) {
        var claimed = intents.claim(seller, id);
        return claimed.isEmpty() ? Answer.NOT_KNOWN : ask(seller, claimed.get());
    }

    private Answer ask(SellerId seller, Shipment shipment) {
        try {
            var account = accounts.of(seller, shipment.account()).orElseThrow(BookShipments.NoCourier::new);
            var order = orders.one(seller, shipment.order()).orElseThrow(NoSuchOrder::new);
            var found = couriers.courier(account).find(account, shipment.reference());
            if (found.isEmpty()) {
                outcomes.refused(seller, shipment, gone(shipment));
                return Answer.KNOWN;
            }
            var unused = outcomes.booked(seller, shipment, found.get(), order.subject(), Optional.empty());
            return found.get().labelFollows() ? Answer.NOT_KNOWN : Answer.KNOWN;
        } catch (ServiceUnusable unusable) {
            outcomes.unknown(seller, shipment, unusable);
            return unusable.kind() == ServiceUnusable.Kind.AWAY ? Answer.SILENCE : Answer.NOT_KNOWN;
        } catch (Refusal notNow) {
            // Credentials that are gone, too: one seller's trouble must not keep the job from the others.
            outcomes.unknown(seller, shipment, notNow);
            return Answer.NOT_KNOWN;
        } catch (RuntimeException ours) {
            LOG.error(
                    "asking failed shipment={} type={}",
                    shipment.id(),
                    ours.getClass().getName());
            outcomes.unknown(seller, shipment, new BookShipments.FailedHere());
            return Answer.NOT_KNOWN;
        }
    }

    private static Refusal gone(Shipment shipment) {
        return shipment.state() == ShipmentState.LABEL_PENDING ? new DeletedThere() : new NeverArrived();
    }

    private static final class NeverArrived extends Refusal {
        NeverArrived() {
            super("The courier never received the booking.", "Nothing was bought. Book it again.");
        }
    }

    private static final class DeletedThere extends Refusal {
        DeletedThere() {
            super("The courier does not know the booking any more.", "It was deleted there. Book it again.");
        }
    }
}
