package app.counterfoil.hub.marketing;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.connection.TriesCredentials;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.HandOver;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A service that writes to people who have agreed. Whoever is put into its audience goes through here, with a leave that only
 * the ledger of disclosures gives. Each call says with {@link ServiceUnusable} what came in its way; none is repeated here.
 */
public interface Newsletter extends TriesCredentials {

    /** Where somebody stands there. */
    enum Standing {
        /** They are written to. */
        SUBSCRIBED,
        /** They were asked to confirm it. */
        ASKED,
        /** They have left. */
        LEFT,
        /** Mail to their address comes back. */
        COMES_BACK,
        /** They are kept aside. */
        ASIDE,
        /** They were deleted for good, and only they can come back, by a form of the service. */
        FORGOTTEN
    }

    /**
     * Somebody to be put into the audience. Personal: it does not print.
     *
     * @param contact their address
     * @param signedUpAt when they said yes
     * @param confirmedAt when they confirmed it
     */
    record Member(Contact contact, Instant signedUpAt, Instant confirmedAt) {
        @Override
        public String toString() {
            return "Member[hidden]";
        }
    }

    /**
     * What the service says of somebody.
     *
     * @param standing where they stand
     * @param since since when, if it says so
     */
    record Answer(Standing standing, Optional<Instant> since) {}

    /**
     * Where the service tells of changes by itself.
     *
     * @param id by which it names that
     * @param secret with which it signs what it tells, if it does
     */
    record Telling(String id, Optional<String> secret) {
        @Override
        public String toString() {
            return "Telling[" + id + "]";
        }
    }

    /** A change that the service tells of by itself. */
    enum Change {
        /** Somebody has left. */
        LEFT,
        /** Mail to somebody comes back. */
        COMES_BACK
    }

    /**
     * What the service tells by itself. Personal: it does not print.
     *
     * @param change what has happened
     * @param contact to whom
     * @param event by what the same is known again when it is told once more
     */
    record Told(Change change, Contact contact, String event) {
        @Override
        public String toString() {
            return "Told[" + change + "]";
        }
    }

    /** What would be told of somebody. */
    Set<DataCategory> handsOver(Member member);

    /** By which name the service knows an address. */
    MemberKey keyOf(Contact contact);

    /** Puts somebody into the audience who is not in it; whoever is in it already stays as they are. */
    Answer add(HandOver leave, Account account, Member member);

    /** Asks somebody who has left there, or is kept aside, whether they want to come back: only they can. */
    Answer askBack(HandOver leave, Account account, Member member);

    /** Writes to somebody no more; nothing if they are not there. */
    void stop(Account account, MemberKey key);

    /** Keeps somebody aside; nothing if they are not there. */
    void keepAside(Account account, MemberKey key);

    /** Deletes somebody for good; nothing if they are not there. */
    void delete(Account account, MemberKey key);

    /**
     * Somebody who has left there. Personal: it does not print.
     *
     * @param contact their address
     * @param at when, if the service says so
     */
    record Left(Contact contact, Optional<Instant> at) {
        @Override
        public String toString() {
            return "Left[hidden]";
        }
    }

    /** Who has left since then. */
    List<Left> leftSince(Account account, Instant since);

    /** Has the service tell of changes at that address from now on. */
    Telling tellAt(Account account, URI address);

    /**
     * Reads what was posted to such an address; empty if it is about nothing that we do something about.
     *
     * @param header the values of the headers of the request, by their names
     * @throws NotSigned if it is not signed as the service signs
     */
    Optional<Told> heard(Account account, byte[] body, UnaryOperator<String> header, Instant now);

    /** Has it tell there no more; nothing if it does not. */
    void tellNoMore(Account account, String telling);
}
