package app.counterfoil.vault.journal;

import app.counterfoil.vault.VaultRefusal;

/** The journal in the database is not the one that was seen outside it: its newest part is gone, or another one. */
final class JournalCutShort extends VaultRefusal {

    JournalCutShort(int seen) {
        super(
                "Checkpoint " + seen
                        + " of the access journal was seen outside the database and is not in it any more.",
                "If the database was restored from a backup, finish the restore; if it was brought back by other means, or a"
                        + " standby took over that was not waited for, run ./counterfoil recovered. If not, somebody has removed"
                        + " entries: keep everything as it is and run ./counterfoil verify.");
    }
}
