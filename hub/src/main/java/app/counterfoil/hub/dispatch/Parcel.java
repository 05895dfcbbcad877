package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.Business;
import java.util.Set;

/**
 * A parcel to be booked. Personal: it does not print.
 *
 * @param reference our reference; it says nothing about anybody
 * @param wish how it is sent
 * @param order what is in it
 * @param recipient whom it goes to
 * @param sender where it comes back to
 */
public record Parcel(String reference, ParcelWish wish, OrderFacts order, Recipient recipient, Business sender) {

    private static final Set<String> DEPENDENCIES = Set.of("JE", "GG", "IM");

    /** Whether it needs customs data: it leaves the United Kingdom, the Isle of Man included in it. */
    public boolean needsCustoms() {
        return !destination().equals("GB") && !destination().equals("IM");
    }

    /**
     * The country or Crown dependency it goes to, by its ISO code. Channels write Jersey and Guernsey as {@code GB} too;
     * then the postcode says it, and with it the order's territory.
     */
    public String destination() {
        var written = recipient.country();
        var dependency = DEPENDENCIES.contains(order.territory());
        return written.equals("GB") && dependency ? order.territory() : written;
    }

    @Override
    public String toString() {
        return "Parcel[hidden]";
    }
}
