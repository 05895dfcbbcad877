package app.counterfoil.hub.custody;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Personal;
import java.util.List;

/**
 * A place lent to whoever keeps data of people by their e-mail address, apart from any order: it is told what the person asks
 * for about it. Each act does nothing where nothing is kept, and is done in the running transaction of the seller.
 */
public interface KeepsContacts {

    /** What is kept under the address and can be opened, with its history. */
    List<HeldPart> of(SellerId seller, Personal<String> email, KeepsPeople.Opens opens);

    /** Whether the use of it is restricted. */
    boolean isRestricted(SellerId seller, Personal<String> email);

    /** The person objects to being written to (Art 21(2)); how many things have ended by it. */
    int objected(SellerId seller, Personal<String> email);

    /** Destroys it for good, wherever it was handed on as well (Art 17); how many things were destroyed. */
    int forget(SellerId seller, Personal<String> email);

    /** Keeps it and uses it no more (Art 18), by a rule's code; how many things are restricted. */
    int restrict(SellerId seller, Personal<String> email, String rule);

    /** Lifts that again. */
    void lift(SellerId seller, Personal<String> email);
}
