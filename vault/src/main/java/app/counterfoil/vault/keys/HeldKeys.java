package app.counterfoil.vault.keys;

import app.counterfoil.vault.seal.Secret;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Unwrapped keys in memory: for so long at most, and only while the file they were read from stays as it is. */
final class HeldKeys {

    private static final ScheduledExecutorService DROPPING = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "keys-are-dropped");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * The keys of a ring.
     *
     * @param keys the keys of living epochs by number, and the named keys by name
     * @param current the epoch under which is wrapped
     */
    record Keys(Map<String, Secret> keys, int current) {}

    private record Held(Keys keys, long readAt, Optional<String> stamp) {}

    /** That the keys could not be had, and when that was known. */
    private record Refused(KeysUnavailable why, long at) {}

    private final Supplier<Optional<String>> stamp;
    private final Supplier<Keys> source;
    private final Duration longest;
    private volatile @Nullable Held held;
    private @Nullable Refused lastRefusal;

    /**
     * Holds what is read from there.
     *
     * @param stamp changes whenever the file does
     * @param source reads and unwraps
     * @param longest for how long they are held
     */
    HeldKeys(Supplier<Optional<String>> stamp, Supplier<Keys> source, Duration longest) {
        this.stamp = stamp;
        this.source = source;
        this.longest = longest;
    }

    /**
     * The keys, read anew if need be. Whoever waits while somebody else asks the keeper in vain does not ask once more:
     * all would wait in a row.
     *
     * @throws KeysUnavailable if they cannot be had
     */
    Keys get() {
        var cameAt = System.nanoTime();
        synchronized (this) {
            var alive = inMemory();
            if (alive.isPresent()) {
                return alive.get();
            }
            var refused = lastRefusal;
            if (refused != null && refused.at() - cameAt >= 0) {
                throw refused.why();
            }
            try {
                return readAnew();
            } catch (KeysUnavailable why) {
                lastRefusal = new Refused(why, System.nanoTime());
                throw why;
            }
        }
    }

    /** The keys, if they are in memory and may be used; waits for nobody who asks the keeper. */
    Optional<Keys> inMemory() {
        var before = held;
        return before != null
                        && System.nanoTime() - before.readAt() < longest.toNanos()
                        && before.stamp().equals(stamp.get())
                ? Optional.of(before.keys())
                : Optional.empty();
    }

    /** Drops what is held, at once. */
    synchronized void drop() {
        held = null;
    }

    private Keys readAnew() {
        held = null;
        var fresh = read();
        held = fresh;
        lastRefusal = null;
        var self = new WeakReference<>(this);
        var unused = DROPPING.schedule(() -> dropOld(self), longest.toMillis(), TimeUnit.MILLISECONDS);
        return fresh.keys();
    }

    /** Reads once more what was changed between its two files: a turn that finishes destroys a version of the root key. */
    private Held read() {
        var before = stamp.get();
        try {
            return readAt(before);
        } catch (KeysUnavailable unfit) {
            var changed = stamp.get();
            if (changed.equals(before)) {
                throw unfit;
            }
            return readAt(changed);
        }
    }

    /** The stamp was taken before: a change while it is read shows at the next look. */
    private Held readAt(Optional<String> taken) {
        var readAt = System.nanoTime();
        return new Held(source.get(), readAt, taken);
    }

    private static void dropOld(WeakReference<HeldKeys> keys) {
        var alive = keys.get();
        if (alive != null) {
            synchronized (alive) {
                var held = alive.held;
                if (held != null && System.nanoTime() - held.readAt() >= alive.longest.toNanos()) {
                    alive.held = null;
                }
            }
        }
    }
}
