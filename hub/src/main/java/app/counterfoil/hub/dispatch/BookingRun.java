package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.SignedIn;
import java.util.Optional;

/**
 * A run of bookings: what is the same for each of its parcels.
 *
 * @param person who books
 * @param account the courier account
 * @param sender where parcels come back to
 * @param wishes how they are sent
 * @param anew why they are booked although there was a label, if they are
 * @param channels what the run knows of its channels
 */
record BookingRun(
        SignedIn person,
        Account account,
        Business sender,
        ParcelWishes wishes,
        Optional<NewLabelReason> anew,
        AskChannel.Run channels) {

    SellerId seller() {
        return person.seller();
    }
}
