package app.counterfoil.vault.keys;

import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.seal.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The epoch keys in the file {@code ring}, each wrapped under a version of the root key that is its own. Unwrapped they
 * are held in memory for at most a minute, and dropped as soon as the file has changed.
 */
public final class KeyRing implements EpochKeys {

    /** How long unwrapped keys are held in memory at most. */
    public static final Duration LONGEST_HELD = Duration.ofSeconds(60);

    static final String SIGNING = "signing";
    static final String ROUTING = "routing";

    private final KeyFolder folder;
    private final RootKey root;
    private final Clock clock;
    private final HeldKeys held;

    /**
     * The ring in that folder, under that root key.
     *
     * @param clock by which the ages of epochs are counted
     */
    public KeyRing(KeyFolder folder, RootKey root, Clock clock) {
        this.folder = folder;
        this.root = root;
        this.clock = clock;
        this.held = new HeldKeys(() -> folder.stamp(RingFile.NAME), this::read, LONGEST_HELD);
    }

    /** The ring in a folder that holds the root key as well. */
    public static KeyRing inFolder(Path folder, Clock clock) {
        var place = KeyFolder.of(folder, List.of());
        return new KeyRing(place, new RootKeyFile(place), clock);
    }

    /** Makes the keys of an installation that has none; leaves keys that are there. */
    public KeyRing makeUnlessThere() {
        if (!isThere()) {
            folder.alone(() -> {
                if (!isThere()) {
                    root.turn();
                    var made = micros(clock.instant());
                    var wrapped = new HashMap<String, String>();
                    wrapped.put("1", root.wrap(Secret.random(), RingFile.boundTo(1, made)));
                    for (var name : List.of(SIGNING, ROUTING)) {
                        wrapped.put(name, root.wrap(Secret.random(), RingFile.boundToName(name)));
                    }
                    var first = new Epoch(1, made, Optional.empty(), Optional.empty());
                    write(new RingFile(List.of(first), wrapped, OptionalInt.empty()));
                }
                return true;
            });
        }
        return this;
    }

    /**
     * Refuses if the keys are not there: what was sealed under them opens under no others.
     *
     * @throws KeysUnavailable if they are not there
     */
    public KeyRing mustBeThere() {
        if (!isThere()) {
            throw new KeysUnavailable(
                    "The key folder " + folder.folder() + " is empty, but the database was filled under keys.",
                    "Put the copy of the folder back, or name the right one in counterfoil.home."
                            + " Without it nothing in this database can ever be opened.");
        }
        return this;
    }

    private boolean isThere() {
        if (!folder.holds(RingFile.NAME) && KeyFileBefore.isIn(folder)) {
            folder.alone(() -> {
                KeyFileBefore.upgrade(folder, root, micros(clock.instant()));
                return true;
            });
        }
        return folder.holds(RingFile.NAME);
    }

    /** Needs no unwrapped key: what needs none goes on while the keeper of the root key does not answer. */
    @Override
    public int current() {
        return held.inMemory().map(HeldKeys.Keys::current).orElseGet(() -> ring().newest());
    }

    @Override
    public Set<Integer> epochs() {
        return held.get().keys().keySet().stream()
                .filter(name -> Character.isDigit(name.charAt(0)))
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Secret key(int epoch) {
        var secret = held.get().keys().get(Integer.toString(epoch));
        if (secret == null) {
            throw new EpochKeyGone(epoch);
        }
        return secret;
    }

    @Override
    public Secret signingKey() {
        return named(SIGNING, held.get().keys());
    }

    @Override
    public Secret routingKey() {
        return named(ROUTING, held.get().keys());
    }

    /** All epochs that are remembered, in order, destroyed ones included. */
    public List<Epoch> history() {
        return ring().epochs();
    }

    /** The epoch to which a turn was begun that is not finished. */
    public OptionalInt unfinishedTurn() {
        return ring().turning();
    }

    /**
     * Makes the key of a new epoch, under which is wrapped from now on; or goes on with a turn that was not finished.
     *
     * @return the number of the epoch that is turned to
     */
    public int beginTurn() {
        return change(ring -> {
                    if (ring.turning().isPresent()) {
                        return ring;
                    }
                    var keys = unwrapped(ring);
                    root.turn();
                    CrashPoint.reached("epoch.root-made");
                    int number = ring.newest() + 1;
                    var made = micros(clock.instant());
                    var wrapped = new HashMap<>(ring.wrapped());
                    wrapped.put(Integer.toString(number), root.wrap(Secret.random(), RingFile.boundTo(number, made)));
                    wrapped.put(SIGNING, root.wrap(named(SIGNING, keys), RingFile.boundToName(SIGNING)));
                    wrapped.put(ROUTING, root.wrap(named(ROUTING, keys), RingFile.boundToName(ROUTING)));
                    var epochs = new ArrayList<>(ring.epochs());
                    epochs.add(new Epoch(number, made, Optional.empty(), Optional.empty()));
                    return new RingFile(epochs, wrapped, OptionalInt.of(number));
                })
                .newest();
    }

    /**
     * Finishes a turn once everything is wrapped under the new epoch, and does what {@link #destroyBeyond} does.
     *
     * @param horizon how long after an epoch began backups of it may bring people back
     * @param oldestInUse the lowest epoch that anything in the database is still wrapped under; neither it nor a later one
     *     is destroyed
     * @return the epochs whose keys were destroyed
     */
    public List<Integer> finishTurn(Duration horizon, int oldestInUse) {
        change(ring -> {
            var now = micros(clock.instant());
            var epochs = ring.epochs().stream()
                    .map(epoch -> epoch.number() == ring.newest() ? epoch : epoch.replacedBy(now))
                    .toList();
            return new RingFile(epochs, ring.wrapped(), ring.turning());
        });
        var destroyed = destroyBeyond(horizon, oldestInUse);
        change(ring -> new RingFile(ring.epochs(), ring.wrapped(), OptionalInt.empty()));
        CrashPoint.reached("epoch.finished");
        return destroyed;
    }

    /**
     * Destroys the keys of epochs that are older than the horizon; a turn under way is not finished by it. The root key's
     * version goes with each, so that no copy of the ring brings it back.
     *
     * @param horizon how long after an epoch began backups of it may bring people back
     * @param oldestInUse the lowest epoch that anything in the database is still wrapped under; neither it nor a later one
     *     is destroyed
     * @return the epochs whose keys were destroyed
     */
    public List<Integer> destroyBeyond(Duration horizon, int oldestInUse) {
        var destroyed = new ArrayList<Integer>();
        var finished = change(ring -> {
            var now = micros(clock.instant());
            var wrapped = new HashMap<>(ring.wrapped());
            var epochs = new ArrayList<Epoch>();
            for (var epoch : ring.epochs()) {
                var due = epoch.lives()
                        && epoch.number() < oldestInUse
                        && epoch.replaced().isPresent()
                        && !now.isBefore(epoch.ends(horizon, now));
                if (due) {
                    wrapped.remove(Integer.toString(epoch.number()));
                    destroyed.add(epoch.number());
                }
                epochs.add(due ? epoch.destroyedAt(now) : epoch);
            }
            return new RingFile(epochs, wrapped, ring.turning());
        });
        CrashPoint.reached("epoch.key-destroyed");
        root.destroyBefore(finished.wrapped().values().stream()
                .mapToInt(root::versionOf)
                .min()
                .orElse(0));
        CrashPoint.reached("epoch.root-destroyed");
        return List.copyOf(destroyed);
    }

    /** Drops what is held in memory, at once. */
    public void drop() {
        held.drop();
    }

    private RingFile change(UnaryOperator<RingFile> change) {
        return folder.alone(() -> {
            var changed = change.apply(ring());
            write(changed);
            return changed;
        });
    }

    private void write(RingFile ring) {
        folder.write(RingFile.NAME, ring.text());
        drop();
    }

    private RingFile ring() {
        mustBeThere();
        try {
            return RingFile.parse(folder.read(RingFile.NAME));
        } catch (RuntimeException unfit) {
            throw unfit instanceof KeysUnavailable told ? told : folder.doesNotFit();
        }
    }

    private static Secret named(String name, Map<String, Secret> keys) {
        var secret = keys.get(name);
        if (secret == null) {
            throw new KeysUnavailable(
                    "The key ring holds no " + name + " key.", "Put the newest copy of the key folder back.");
        }
        return secret;
    }

    private HeldKeys.Keys read() {
        var ring = ring();
        return new HeldKeys.Keys(unwrapped(ring), ring.newest());
    }

    private Map<String, Secret> unwrapped(RingFile ring) {
        var names = List.copyOf(ring.wrapped().keySet());
        var secrets = root.unwrap(names.stream()
                .map(name -> new RootKey.Wrapped(ring.wrapped().getOrDefault(name, ""), ring.boundTo(name)))
                .toList());
        var keys = new HashMap<String, Secret>();
        for (int i = 0; i < names.size(); i++) {
            keys.put(names.get(i), secrets.get(i));
        }
        return Map.copyOf(keys);
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
