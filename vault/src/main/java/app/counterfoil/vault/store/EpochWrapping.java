package app.counterfoil.vault.store;

import app.counterfoil.vault.keys.EpochKeyGone;
import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.seal.Fields;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Wraps and unwraps what stands directly under an epoch key: group keys, bucket secrets, index keys. */
final class EpochWrapping {

    private final EpochKeys keys;
    /** One epoch for the whole transaction: a turn in the middle of it must not part a key from its number. */
    private final int current;

    private final Map<Integer, Wrapping> byEpoch = new HashMap<>();

    EpochWrapping(EpochKeys keys) {
        this.keys = keys;
        this.current = keys.current();
    }

    int current() {
        return current;
    }

    byte[] wrap(Secret secret, byte[] boundTo) {
        return under(current).wrap(secret, boundTo);
    }

    Secret unwrap(int epoch, byte[] wrapped, byte[] boundTo) {
        return under(epoch).unwrap(wrapped, boundTo);
    }

    byte[] wrap(byte[] content, byte[] boundTo) {
        return under(current).wrap(content, boundTo);
    }

    byte[] unwrapContent(int epoch, byte[] wrapped, byte[] boundTo) {
        return under(epoch).unwrapContent(wrapped, boundTo);
    }

    /** The same content under the current epoch; nothing if it cannot be unwrapped, or its epoch's key is gone. */
    Optional<byte[]> renewed(int epoch, byte[] wrapped, byte[] boundTo) {
        try {
            return Optional.of(wrap(unwrapContent(epoch, wrapped, boundTo), boundTo));
        } catch (NotSealedLikeThis | EpochKeyGone unreadable) {
            return Optional.empty();
        }
    }

    static byte[] group(UUID seller, UUID group) {
        return new Fields().text("group key").id(seller).id(group).toBytes();
    }

    private Wrapping under(int epoch) {
        return byEpoch.computeIfAbsent(epoch, number -> new Wrapping(keys.key(number)));
    }
}
