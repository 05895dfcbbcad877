package app.counterfoil.hub.channel;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.TriesCredentials;
import app.counterfoil.hub.order.OrderDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the hub asks of a selling channel. Adapters translate; no word of the vendor leaves them. */
public interface Channel extends TriesCredentials {

    /**
     * One page of the orders that the channel changed within the window.
     *
     * @param cursor empty for the first page
     * @throws CursorLost if the cursor is not valid any more: begin the window again
     * @throws app.counterfoil.hub.connection.ServiceUnusable if the page cannot be had just now
     */
    Page page(Account account, Window window, String cursor);

    /**
     * Reads an order as the channel sent it.
     *
     * @throws OrderUnreadable if it cannot be taken in
     */
    OrderDraft read(byte[] sent);

    /** Tells the channel that an order was dispatched; asking again for the same parcel must not harm. */
    void confirm(Account account, Confirmation confirmation);

    /**
     * A closed window of time at the channel.
     *
     * @param after changed at or after
     * @param before changed before
     */
    record Window(Instant after, Instant before) {}

    /**
     * A page.
     *
     * @param orders the orders that could be read
     * @param unreadable those that could not
     * @param next the mark of the next page, or empty at the end of the window
     */
    record Page(List<OrderDraft> orders, List<Unreadable> unreadable, Optional<String> next) {}

    /**
     * An order that could not be read.
     *
     * @param channelOrderId its number
     * @param reason why
     * @param sent what the channel sent
     */
    record Unreadable(String channelOrderId, OrderUnreadable reason, byte[] sent) {}

    /**
     * A parcel that has left.
     *
     * @param channelOrderId the channel's order number
     * @param lines the lines in it
     * @param carrier the carrier's name
     * @param trackingNumber the tracking number
     * @param dispatchedAt when it left
     */
    record Confirmation(
            String channelOrderId, List<Line> lines, String carrier, String trackingNumber, Instant dispatchedAt) {

        /**
         * A line in a parcel.
         *
         * @param channelLineId the channel's line number
         * @param quantity how many
         */
        public record Line(String channelLineId, int quantity) {}
    }
}
