package app.counterfoil.vault.keys;

import app.counterfoil.vault.VaultRefusal;

/** The keys outside the database cannot be had: what needs no person goes on, what needs one waits. */
public sealed class KeysUnavailable extends VaultRefusal permits EpochKeyGone {

    KeysUnavailable(String wrong, String mend) {
        super(wrong, mend);
    }
}
