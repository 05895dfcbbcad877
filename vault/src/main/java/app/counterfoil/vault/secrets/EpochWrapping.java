package app.counterfoil.vault.secrets;

import app.counterfoil.vault.keys.EpochKeyGone;
import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Wraps and unwraps what stands directly under an epoch key: group keys, bucket secrets, index keys, credentials. */
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

    byte[] wrap(byte[] content, byte[] boundTo) {
        return under(current).wrap(content, boundTo);
    }

    Secret unwrap(Wrapped wrapped, byte[] boundTo) {
        return under(wrapped.epoch()).unwrap(wrapped.bytes(), boundTo);
    }

    byte[] unwrapContent(Wrapped wrapped, byte[] boundTo) {
        return under(wrapped.epoch()).unwrapContent(wrapped.bytes(), boundTo);
    }

    /** The same content under the current epoch; nothing if it cannot be unwrapped, or its epoch's key is gone. */
    Optional<byte[]> renewed(Wrapped wrapped, byte[] boundTo) {
        try {
            return Optional.of(wrap(unwrapContent(wrapped, boundTo), boundTo));
        } catch (NotSealedLikeThis | EpochKeyGone unreadable) {
            return Optional.empty();
        }
    }

    private Wrapping under(int epoch) {
        return byEpoch.computeIfAbsent(epoch, number -> new Wrapping(keys.key(number)));
    }
}
