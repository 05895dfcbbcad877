package app.counterfoil.vault.secrets;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What a step of the renewal has done, and where the next one begins; to be used once the step's transaction has
 * committed.
 *
 * @param renewed what was renewed
 * @param next where the next step begins
 */
record RenewalStep(RenewedKeys renewed, RenewalPlace next) {

    /** A key by what names it, wrapped under the current epoch, if it could be unwrapped. */
    record Fresh<K>(K id, Optional<byte[]> wrapped) {}

    static RenewalStep nothing(RenewalPlace place) {
        return new RenewalStep(RenewedKeys.NONE, place);
    }

    /** Stores what could be unwrapped of these, and passes the rest by. */
    static <K> RenewalStep of(
            List<Fresh<K>> old,
            RenewalPlace place,
            Consumer<Map<K, byte[]>> store,
            BiFunction<K, Set<K>, RenewalPlace> behind) {
        if (old.isEmpty()) {
            return nothing(place);
        }
        var fresh = new LinkedHashMap<K, byte[]>();
        var unreadable = new HashSet<K>();
        for (var key : old) {
            key.wrapped().ifPresentOrElse(wrapped -> fresh.put(key.id(), wrapped), () -> unreadable.add(key.id()));
        }
        if (!fresh.isEmpty()) {
            store.accept(fresh);
        }
        var last = old.get(old.size() - 1).id();
        return new RenewalStep(new RenewedKeys(fresh.size(), 0, 0), behind.apply(last, unreadable));
    }
}
