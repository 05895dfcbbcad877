package app.counterfoil.vault.journal;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody outside the database who remembers the newest checkpoint of each seller. A chain that was cut at its end,
 * checkpoints and entries alike, still fits itself; only who saw more of it can tell.
 */
public interface CheckpointWitness {

    /** Remembers nothing, for a vault that is not kept. */
    CheckpointWitness NONE = new CheckpointWitness() {
        @Override
        public Optional<Head> lastSeen(UUID seller) {
            return Optional.empty();
        }

        @Override
        public void seen(UUID seller, Head head) {
            // Nothing is remembered.
        }

        @Override
        public void forget(UUID seller) {
            // Nothing is remembered.
        }
    };

    /**
     * The newest checkpoint of a chain.
     *
     * @param number its number
     * @param hash its hash, in hexadecimal
     */
    record Head(int number, String hash) {}

    /**
     * The checkpoint last seen of this seller.
     *
     * @throws WitnessUnusable if it cannot be told
     */
    Optional<Head> lastSeen(UUID seller);

    /**
     * Remembers a checkpoint that is committed; it is kept when this returns.
     *
     * @throws WitnessUnusable if it cannot be kept
     */
    void seen(UUID seller, Head head);

    /**
     * Forgets a seller of whom the database holds no checkpoint any more, because it lawfully comes from an older backup.
     *
     * @throws WitnessUnusable if that cannot be kept
     */
    void forget(UUID seller);
}
