package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.TriesCredentials;
import app.counterfoil.hub.disclosure.HandOver;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A tax office that takes VAT returns from programs. Every call is a person's, made from that person's device, which goes along
 * by law; so each takes the leave to tell of it. All may end in a {@link app.counterfoil.hub.connection.ServiceUnusable}.
 */
public interface TaxOffice extends TriesCredentials {

    /** The page at which the person signs in and lets us act for the business. */
    URI signInPage(Account account, URI back, String state);

    /** Takes in what the person has granted there. */
    void grant(Account account, String code, URI back);

    /** Whether a person has granted it, and it was not refused since. */
    boolean isGranted(Account account);

    /** Which returns are wanted for periods that lie between, at most a year apart. */
    List<Obligation> obligations(Call call, LocalDate from, LocalDate to);

    /**
     * Submits a return.
     *
     * @param declared that a person has declared it final
     * @throws NotTaken if it is surely not taken
     */
    Receipt submit(Call call, String periodKey, NineBoxes boxes, Declaration declared);

    /** The figures that stand there for a period; empty if none do. */
    Optional<NineBoxes> submitted(Call call, String periodKey);

    /** What is owed for periods that end between, and was paid between, at most a year apart. */
    List<Charge> charges(Call call, LocalDate from, LocalDate to);

    /**
     * A call of a person.
     *
     * @param leave the leave to tell of the device
     * @param account the account
     * @param device from where the person acts
     */
    record Call(HandOver leave, Account account, OriginatingDevice device) {

        @Override
        public String toString() {
            return "Call[" + account.id() + "]";
        }
    }
}
