package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import java.util.Map;
import java.util.Optional;

/**
 * A place lent to whoever speaks to channels: what the channel says of one order just before its label is bought. Buyers
 * cancel without the order's state changing, and eBay shows such a request nowhere else.
 */
public interface StillWanted {

    /**
     * Asks the channel about the order; nothing personal is asked for.
     *
     * @throws app.counterfoil.hub.measure.Refusal if the channel cannot say now
     */
    Word ask(SellerId seller, OrderFacts order);

    /**
     * The channel's word on an order.
     *
     * @param standing whether it is to be sent
     * @param remaining how many pieces of each line are still to be sent, by the channel's line number
     * @param ioss the number under which the channel paid the VAT of a parcel into the European Union. It does not
     *     print: another sender could use it
     */
    record Word(Standing standing, Map<String, Integer> remaining, Optional<String> ioss) {

        /** Copies the map. */
        public Word {
            remaining = Map.copyOf(remaining);
        }

        @Override
        public String toString() {
            return "Word[" + standing + "]";
        }
    }

    /** Whether an order is to be sent. */
    enum Standing {
        /** It is to be sent. */
        WANTED,
        /** The buyer has asked to call it off, and nobody has decided. */
        CANCEL_REQUESTED,
        /** It was called off. */
        CANCELLED,
        /** The channel counts all of it as sent. */
        SENT,
        /** The channel has not released it for sending. */
        NOT_RELEASED
    }
}
