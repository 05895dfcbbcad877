package app.counterfoil.vault.keys;

/** The key of one epoch is not in the ring: destroyed with its epoch, or of a ring that is newer than this one. */
public final class EpochKeyGone extends KeysUnavailable {

    EpochKeyGone(int epoch) {
        super(
                "The key of epoch " + epoch + " is not in the key ring.",
                "If the database comes from a backup older than the backup horizon, its people cannot be brought back;"
                        + " if the key folder does, put its newest copy back.");
    }
}
