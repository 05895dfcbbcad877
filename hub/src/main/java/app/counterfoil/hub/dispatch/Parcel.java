package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.Business;

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

    /** Whether it needs customs data: it leaves the United Kingdom, the Isle of Man included in it. */
    public boolean goesAbroad() {
        return !recipient.country().equals("GB") && !recipient.country().equals("IM");
    }

    @Override
    public String toString() {
        return "Parcel[hidden]";
    }
}
