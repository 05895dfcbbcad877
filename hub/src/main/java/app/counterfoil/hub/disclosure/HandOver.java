package app.counterfoil.hub.disclosure;

import java.util.Set;
import java.util.UUID;

/**
 * The leave to give personal data away: an agreement covers it, and it stands in the ledger. Only {@link Disclosures} makes
 * one, and every port through which such data leaves takes one; so nothing can leave without.
 */
public final class HandOver {

    private final Disclosure written;

    HandOver(Disclosure written) {
        this.written = written;
    }

    /**
     * Holds what is about to leave against what is written.
     *
     * @param account through which account it leaves
     * @param categories what of it leaves
     * @throws app.counterfoil.hub.measure.Refusal if something else is written
     */
    public void refuseUnlessWritten(UUID account, Set<DataCategory> categories) {
        if (!written.account().equals(account) || !written.categories().containsAll(categories)) {
            throw NotCovered.otherwiseThanWritten();
        }
    }
}
