package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Recipient;
import java.util.Optional;

/**
 * A place lent to whoever speaks to channels: where an order goes, asked of its channel again when the address kept here
 * has ended and a parcel is to be sent once more.
 */
public interface FreshAddress {

    /**
     * Asks the channel.
     *
     * @return whom it goes to, or empty if the channel does not tell any more
     * @throws app.counterfoil.hub.measure.Refusal if the channel cannot say now
     */
    Optional<Recipient> fetch(SellerId seller, OrderFacts order);
}
