package app.counterfoil.hub.disclosure;

import java.util.Set;
import java.util.UUID;

/**
 * The leave to give personal data away: an agreement covers it, and it stands in the ledger. Only {@link Disclosures} makes
 * one, and every port through which such data leaves takes one; so nothing can leave without.
 */
public final class HandOver {

    private final UUID account;
    private final Set<DataCategory> written;

    HandOver(UUID account, Set<DataCategory> written) {
        this.account = account;
        this.written = Set.copyOf(written);
    }

    /**
     * Holds what is about to leave against what is written.
     *
     * @param through through which account it leaves
     * @param categories what of it leaves
     * @throws app.counterfoil.hub.measure.Refusal if something else is written
     */
    public void refuseUnlessWritten(UUID through, Set<DataCategory> categories) {
        if (!account.equals(through) || !written.containsAll(categories)) {
            throw NotCovered.otherwiseThanWritten();
        }
    }
}
