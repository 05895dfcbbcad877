package app.counterfoil.hub.accounting;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.TriesCredentials;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.HandOver;
import app.counterfoil.hub.measure.Money;
import java.util.Optional;
import java.util.Set;

/** What the hub asks of an accounting service. Adapters translate; no word of the vendor leaves them. */
public interface Ledger extends TriesCredentials {

    /**
     * What there is to choose from, with a proposal.
     *
     * @throws app.counterfoil.hub.connection.ServiceUnusable if that cannot be said now
     */
    Chart chart(Account account);

    /** What of people's data an entry gives to the service; nothing for a summary. */
    Set<DataCategory> handsOver(Entry entry);

    /**
     * Puts an entry into the books; {@code leave} covers what the service is told by it.
     *
     * @param key the same for each time the same is sent; the service does it once
     * @throws NotEntered if the service refuses the entry: it does not stand in the books
     * @throws app.counterfoil.hub.connection.ServiceUnusable if the outcome is not known, but for the kinds
     *     {@code SIGN_IN}, {@code BUSY} and {@code REFUSED}, where nothing was entered
     */
    Found enter(HandOver leave, Account account, Entry entry, String key);

    /**
     * What stands in the books under a number, ours or another's.
     *
     * @param credit whether it is looked for among what takes something off, whose sums are told below nought
     * @throws app.counterfoil.hub.connection.ServiceUnusable if that cannot be said now
     */
    Optional<Found> find(Account account, String number, boolean credit);

    /**
     * An entry as it stands in the books.
     *
     * @param id by which the service names it
     * @param reference the reference it was sent with, or empty
     * @param net the total without VAT
     * @param vat the total VAT
     */
    record Found(String id, String reference, Money net, Money vat) {}
}
