package app.counterfoil.vault.keys;

import app.counterfoil.vault.VaultRefusal;

/** The keys that are there are not those the database was filled under: nothing was opened and nothing was made. */
public final class KeysDoNotFit extends VaultRefusal {

    /** The name of the first key that does not fit. */
    public KeysDoNotFit(String name) {
        super(
                "The key " + name + " is not the one this database was filled under.",
                "Restore the key folder that belongs to this database from its copy, or start on a"
                        + " database that is empty.");
    }
}
