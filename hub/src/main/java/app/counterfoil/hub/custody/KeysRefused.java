package app.counterfoil.hub.custody;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.vault.VaultRefusal;

/** The keys outside the database cannot be used, or are not those of this database: the hub does not start. */
final class KeysRefused extends Refusal {

    KeysRefused(VaultRefusal refusal) {
        super(String.valueOf(refusal.getMessage()), refusal.mend());
    }
}
