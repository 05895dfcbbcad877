package app.counterfoil.vault.secrets;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a turn of the epoch has done.
 *
 * @param epoch the epoch that is now in use
 * @param renewed the keys brought under it
 * @param destroyed the epochs whose keys were destroyed; nothing that only they open opens again
 * @param unreadable how many keys of which sellers could not be unwrapped: they stay as they are, and can be mended
 *     from a backup until their epoch's key is destroyed, like any other, when the horizon has passed
 */
public record TurnedEpoch(int epoch, RenewedKeys renewed, List<Integer> destroyed, Map<UUID, Integer> unreadable) {}
