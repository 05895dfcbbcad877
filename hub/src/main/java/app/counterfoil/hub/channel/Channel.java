package app.counterfoil.hub.channel;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.TriesCredentials;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.HandOver;
import app.counterfoil.hub.dispatch.StillWanted;
import app.counterfoil.hub.order.OrderDraft;
import app.counterfoil.hub.order.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

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

    /**
     * One order as the channel has it now, as a page of its own: with whom it goes to only where it is to be sent.
     *
     * @throws app.counterfoil.hub.connection.ServiceUnusable if it cannot be had
     */
    Page order(Account account, String channelOrderId);

    /**
     * What the channel says of one order just now: whether it is to be sent, and how much of it. Nobody's name or
     * address is asked for.
     *
     * @throws app.counterfoil.hub.connection.ServiceUnusable if the channel cannot say
     */
    StillWanted.Word one(Account account, String channelOrderId);

    /**
     * Whom one order goes to, if the channel still tells.
     *
     * @throws app.counterfoil.hub.connection.ServiceUnusable if the channel cannot say
     */
    Optional<Recipient> recipient(Account account, String channelOrderId);

    /** How long two downloads of an account are apart, so that all their calls stay within what the channel allows. */
    Duration pause();

    /** Whether the channel can be told of a parcel that has no tracking number. */
    boolean takesUntracked();

    /**
     * Tells the channel that a parcel was dispatched; {@code leave} covers what it is told by that. Telling the same one again must not harm, and no piece is told of
     * twice.
     *
     * @throws SentOtherwise if the channel counts all that is in it as sent already, in another parcel
     */
    void confirm(HandOver leave, Account account, Confirmation confirmation);

    /**
     * A closed window of time at the channel.
     *
     * @param after changed at or after
     * @param before changed before
     */
    record Window(Instant after, Instant before) {

        Duration length() {
            return Duration.between(after, before);
        }
    }

    /**
     * A page.
     *
     * @param read the orders that could be read
     * @param unreadable those that could not
     * @param next the mark of the next page, or empty at the end of the window
     */
    record Page(List<Read> read, List<Unreadable> unreadable, Optional<String> next) {

        /** The orders that could be read, in our words. */
        public List<OrderDraft> orders() {
            return read.stream().map(Read::order).toList();
        }

        /** The numbers of all orders of it, readable or not. */
        List<String> numbers() {
            return Stream.concat(
                            read.stream().map(each -> each.order().channelOrderId()),
                            unreadable.stream().map(Unreadable::channelOrderId))
                    .toList();
        }

        /** Whether there is no order in it. */
        boolean isEmpty() {
            return read.isEmpty() && unreadable.isEmpty();
        }

        @Override
        public String toString() {
            return "Page[" + read.size() + " orders]";
        }
    }

    /**
     * An order that could be read.
     *
     * @param order in our words
     * @param sent as the channel sent it, cut down to what we take in: written only when asked for
     */
    record Read(OrderDraft order, Supplier<byte[]> sent) {

        @Override
        public String toString() {
            return "Read[" + order + "]";
        }
    }

    /**
     * An order that could not be read.
     *
     * @param channelOrderId its number
     * @param reason why
     * @param sent what the channel sent, cut down to what we take in
     */
    record Unreadable(String channelOrderId, OrderUnreadable reason, byte[] sent) {

        @Override
        public String toString() {
            return "Unreadable[" + channelOrderId + "]";
        }
    }

    /**
     * A parcel that has left.
     *
     * @param channelOrderId the channel's order number
     * @param marketplace the channel's name of the country's shop it was sold in, or empty
     * @param parcelNo counts the parcels of the order from 1
     * @param lines the lines in it
     * @param carrier the carrier's name
     * @param trackingNumber the tracking number; empty for an untracked service, if the channel takes that
     * @param dispatchedAt when it left
     */
    record Confirmation(
            String channelOrderId,
            String marketplace,
            int parcelNo,
            List<Line> lines,
            String carrier,
            String trackingNumber,
            Instant dispatchedAt) {

        /** The lines that a channel still waits for, in no greater quantity than it waits for. */
        public List<Line> linesOf(Map<String, Integer> remaining) {
            return lines.stream()
                    .map(line -> new Line(
                            line.channelLineId(),
                            Math.min(line.quantity(), remaining.getOrDefault(line.channelLineId(), 0))))
                    .filter(line -> line.quantity() > 0)
                    .toList();
        }

        /** What of a buyer's data the channel is told by it. */
        public Set<DataCategory> tells() {
            return trackingNumber.isBlank()
                    ? Set.of(DataCategory.ORDER_NUMBER)
                    : Set.of(DataCategory.ORDER_NUMBER, DataCategory.TRACKING_NUMBER);
        }

        /**
         * A line in a parcel.
         *
         * @param channelLineId the channel's line number
         * @param quantity how many
         */
        public record Line(String channelLineId, int quantity) {}
    }
}
