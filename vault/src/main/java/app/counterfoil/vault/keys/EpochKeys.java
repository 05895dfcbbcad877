package app.counterfoil.vault.keys;

import app.counterfoil.vault.seal.Secret;
import java.util.Set;

/**
 * The keys outside the database. Without them nothing in the database opens; a backup of the database alone is
 * worthless.
 */
public interface EpochKeys {

    /** The number of the epoch under which new keys are wrapped. */
    int current();

    /** The epochs whose keys are there. */
    Set<Integer> epochs();

    /**
     * The key of an epoch.
     *
     * @throws KeysUnavailable if it is not there, or the keeper does not answer
     */
    Secret key(int epoch);

    /** The secret key that signs checkpoints of the access journal, 32 bytes of Ed25519. */
    Secret signingKey();

    /** The key under which somebody who signs in is found before it is known whose person they are. */
    Secret routingKey();
}
