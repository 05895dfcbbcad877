package app.counterfoil.hub.disclosure;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Personal data that is given to somebody outside. It holds ids alone, so it outlives the data.
 *
 * @param act by which act
 * @param record which of these acts, such as the shipment
 * @param recipient to whom, as a code that others know a name for
 * @param account through which account of the seller
 * @param purpose for what
 * @param categories what is given; at least one
 * @param order of which order, or {@link #NO_ORDER}
 * @param subject of whom
 * @param person who asked for it; empty for what the hub does by itself
 */
public record Disclosure(
        DisclosingAct act,
        UUID record,
        String recipient,
        UUID account,
        Purpose purpose,
        Set<DataCategory> categories,
        UUID order,
        SubjectId subject,
        Optional<UUID> person) {

    /** As recipient: a file that stays in the shop. Nobody outside receives it, so no agreement is asked for. */
    public static final String OWN_COPY = "OWN_COPY";

    /** Stands where it is about no order: the ledger is older than what belongs to none. */
    public static final UUID NO_ORDER = new UUID(0, 0);

    /** Copies the set. */
    public Disclosure {
        categories = Set.copyOf(categories);
    }

    /**
     * As it stands in the ledger.
     *
     * @param what what was given, or was about to be when the program was stopped
     * @param at when, business time
     */
    public record Entry(Disclosure what, Instant at) {}
}
