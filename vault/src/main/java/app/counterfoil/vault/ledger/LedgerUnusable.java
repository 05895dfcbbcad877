package app.counterfoil.vault.ledger;

import app.counterfoil.vault.VaultRefusal;

/** The erasure ledger cannot be read or written: nothing is destroyed without it, and nothing is opened. */
final class LedgerUnusable extends VaultRefusal {

    LedgerUnusable(String place, String reason) {
        super(
                "The erasure ledger at " + place + " cannot be used (" + reason + ").",
                "Give the user who runs Counterfoil this place and room on its disk; what it was about to destroy is"
                        + " destroyed when you try again.");
    }
}
