package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.TriesCredentials;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.HandOver;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the hub asks of a courier. Adapters translate; no word of the vendor leaves them. */
public interface Courier extends TriesCredentials {

    /** The name that people and channels know it by. */
    default String title() {
        return service().shortTitle();
    }

    /** What to do about a label that the courier's own pages print and that is not given to us, in a sentence. */
    String printsThere(String reference);

    /** The services a person can choose from. */
    List<CourierService> services();

    /** The package formats a person can choose from. */
    List<PackageFormat> formats();

    /**
     * Checks a parcel without asking the courier.
     *
     * @throws CannotBook if the courier would not take it, or only after cutting a text
     */
    void check(Parcel parcel);

    /** What of its recipient's data a booking of this parcel gives to the courier. */
    Set<DataCategory> handsOver(Parcel parcel);

    /**
     * Buys the carriage of a parcel; {@code leave} covers what the courier is told by it. Once the courier has named a booking, no failure of what follows is thrown: then
     * the label is still to come.
     *
     * @throws CannotBook if the courier refuses it: nothing was bought
     * @throws app.counterfoil.hub.connection.ServiceUnusable if the outcome is not known, but for the kinds
     *     {@code SIGN_IN}, {@code BUSY} and {@code REFUSED}, where nothing was bought
     */
    Booking book(HandOver leave, Account account, Parcel parcel);

    /**
     * The booking under our reference, if there is one.
     *
     * @throws app.counterfoil.hub.connection.ServiceUnusable if that cannot be said now
     */
    Optional<Booking> find(Account account, String reference);

    /**
     * The tracking number of a booking, if the courier has given one by now. Its label is not asked for.
     *
     * @throws app.counterfoil.hub.connection.ServiceUnusable if that cannot be said now
     */
    Optional<String> trackingNumber(Account account, String courierOrderId);

    /**
     * Calls off a booking whose parcel has not left.
     *
     * @throws app.counterfoil.hub.connection.ServiceUnusable if it is not known whether that was done, or, of the kind
     *     {@code REFUSED}, if the courier will not
     */
    CallOffAnswer callOff(Account account, String courierOrderId);

    /** What a courier says to a booking being called off. */
    enum CallOffAnswer {
        /** It is called off. */
        CALLED_OFF,
        /** There is no such booking: it was called off before, or it is another account's. */
        NOT_KNOWN
    }
}
