package app.counterfoil.vault.journal;

import app.counterfoil.vault.VaultRefusal;
import java.nio.file.Path;

/** What was seen of the journal outside the database cannot be read or written. */
final class WitnessUnusable extends VaultRefusal {

    WitnessUnusable(Path place, String why) {
        super(
                "The record of the journal's checkpoints in " + place + " cannot be used (" + why + ").",
                "Give the user who runs Counterfoil this folder; a file in it that is damaged is restored from the backup of"
                        + " the keys.");
    }
}
