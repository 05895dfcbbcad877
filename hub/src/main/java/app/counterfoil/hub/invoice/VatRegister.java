package app.counterfoil.hub.invoice;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.TriesCredentials;
import app.counterfoil.hub.disclosure.HandOver;
import app.counterfoil.hub.measure.VatNumber;

/** What the hub asks of a register of VAT numbers. Adapters translate; no word of the vendor leaves them. */
public interface VatRegister extends TriesCredentials {

    /** Whether it has numbers of that state. */
    boolean knows(VatNumber number);

    /**
     * Whether the number is registered; {@code leave} covers that it is told.
     *
     * @throws app.counterfoil.hub.connection.ServiceUnusable if that cannot be said now
     */
    Found ask(HandOver leave, Account account, VatNumber number);

    /**
     * What it says.
     *
     * @param registered whether somebody is registered under it
     * @param consultation the number under which the question is noted there, or empty
     */
    record Found(boolean registered, String consultation) {}
}
