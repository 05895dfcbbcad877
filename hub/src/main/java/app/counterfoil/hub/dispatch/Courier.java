package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.TriesCredentials;
import java.util.List;
import java.util.Optional;

/** What the hub asks of a courier. Adapters translate; no word of the vendor leaves them. */
public interface Courier extends TriesCredentials {

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

    /**
     * Buys the carriage of a parcel.
     *
     * @throws CannotBook if the courier refuses it: nothing was bought
     * @throws app.counterfoil.hub.connection.ServiceUnusable if the outcome is not known, but for the kinds
     *     {@code SIGN_IN} and {@code BUSY}, where nothing was bought
     */
    Booking book(Account account, Parcel parcel);

    /**
     * The booking under our reference, if there is one.
     *
     * @throws app.counterfoil.hub.connection.ServiceUnusable if that cannot be said now
     */
    Optional<Booking> find(Account account, String reference);

    /**
     * Calls off a booking whose parcel has not left; one that the courier does not know is called off already.
     *
     * @throws app.counterfoil.hub.connection.ServiceUnusable if it is not known whether that was done
     */
    void callOff(Account account, String courierOrderId);
}
