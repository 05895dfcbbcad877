package app.counterfoil.vault;

import java.util.UUID;

/** A record was to be sealed as new and is stored already: nothing was stored. */
public final class AlreadySealed extends VaultRefusal {

    /** The kind and the record. */
    public AlreadySealed(String kind, UUID id) {
        super(
                "Record " + id + " of kind " + kind + " is stored already, or belongs to another subject.",
                "Replace it instead of sealing it as new, under the subject it was sealed for.");
    }
}
