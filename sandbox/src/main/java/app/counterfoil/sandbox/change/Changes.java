package app.counterfoil.sandbox.change;

import app.counterfoil.sandbox.world.Account;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** A channel's own way of writing changes into its orders. */
public interface Changes {

    /**
     * Makes the change in the given copy of an order, the time of the last change included.
     *
     * @return the order as it is now, or empty if its state does not allow the change; the copy is then of no use
     */
    Optional<ObjectNode> make(Change change, Account account, ObjectNode order, Random random, Instant at);

    /** When the order was last changed. */
    Instant lastChange(ObjectNode order);
}
