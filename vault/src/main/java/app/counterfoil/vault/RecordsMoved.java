package app.counterfoil.vault;

/** Records were changed past the vault's locks while they were sealed again: nothing was changed. */
public final class RecordsMoved extends VaultRefusal {

    /** How many were read, and how many were there to be replaced. */
    public RecordsMoved(int read, int found) {
        super(
                read + " records were to be sealed again, but " + found + " were there.",
                "Do it again; if it stays, look for another program that writes to the vault's tables.");
    }
}
