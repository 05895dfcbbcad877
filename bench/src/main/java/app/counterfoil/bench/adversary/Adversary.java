package app.counterfoil.bench.adversary;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.keys.KeysUnavailable;
import app.counterfoil.vault.keys.RootKey;
import app.counterfoil.vault.seal.Fields;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.seal.Place;
import app.counterfoil.vault.seal.RecordSeal;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who has got hold of every backup ever made, of database and key ring, and of all keys of today. Knows the
 * construction to the byte, and tries every version of every key on everything that could be under it.
 */
final class Adversary {

    private record Person(UUID subject, Purpose purpose) {}

    private record Day(Purpose purpose, LocalDate day) {}

    private final UUID seller;
    private final RootKey root;
    private final List<Wrapping> epochs = new ArrayList<>();
    private final Map<UUID, Map<Secret, Wrapping>> groups = new HashMap<>();
    private final Map<Person, Set<Secret>> people = new HashMap<>();
    private final Map<Day, Set<Secret>> days = new HashMap<>();
    /** The same bytes stand in many backups; to try them once is enough. */
    private final Set<ByteBuffer> tried = new HashSet<>();

    /**
     * Takes everything there is.
     *
     * @param rings the text of the key ring of today, and of every copy ever made of it
     * @param root the root key as it is today
     */
    Adversary(UUID seller, Set<String> rings, RootKey root, List<Snapshot> snapshots) {
        this.seller = seller;
        this.root = root;
        epochKeys(rings).forEach(key -> epochs.add(new Wrapping(key)));
        snapshots.forEach(this::unwrapGroups);
        snapshots.forEach(this::unwrapPeopleAndDays);
    }

    /** The content of a ciphertext, if any pair of secrets opens it. */
    Optional<String> open(Snapshot.Sealed sealed) {
        var place = sealed.place();
        for (var subject : people.getOrDefault(new Person(place.subject().value(), place.purpose()), Set.of())) {
            for (var bucket : days.getOrDefault(new Day(place.purpose(), place.endsOn()), Set.of())) {
                var content = opened(place, subject, bucket, sealed.bytes());
                if (content.isPresent()) {
                    return content;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> opened(Place place, Secret subject, Secret bucket, byte[] sealed) {
        try {
            return Optional.of(new String(RecordSeal.open(place, subject, bucket, sealed), StandardCharsets.UTF_8));
        } catch (NotSealedLikeThis closed) {
            return Optional.empty();
        }
    }

    private Set<Secret> epochKeys(Set<String> rings) {
        var keys = new HashMap<String, Secret>();
        for (var ring : rings) {
            for (var line :
                    ring.lines().filter(line -> line.startsWith("epoch ")).toList()) {
                var words = line.split(" ", -1);
                if (words[5].equals("-") || keys.containsKey(words[5])) {
                    continue;
                }
                var bound = new Fields()
                        .text("counterfoil epoch key")
                        .number(Integer.parseInt(words[1]))
                        .number(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(words[2])))
                        .toBytes();
                unwrapped(words[5], bound).ifPresent(key -> keys.put(words[5], key));
            }
        }
        return new HashSet<>(keys.values());
    }

    /** Nothing, where the version of the root key is gone. */
    private Optional<Secret> unwrapped(String wrapped, byte[] bound) {
        try {
            return root.unwrap(List.of(new RootKey.Wrapped(wrapped, bound))).stream()
                    .findFirst();
        } catch (KeysUnavailable versionGone) {
            return Optional.empty();
        }
    }

    private void unwrapGroups(Snapshot snapshot) {
        for (var group : snapshot.groups()) {
            if (!tried.add(ByteBuffer.wrap(group.wrapped()))) {
                continue;
            }
            var bound =
                    new Fields().text("group key").id(seller).id(group.group()).toBytes();
            for (var epoch : epochs) {
                unwrapped(epoch, group.wrapped(), bound)
                        .ifPresent(key -> groups.computeIfAbsent(group.group(), first -> new HashMap<>())
                                .computeIfAbsent(key, Wrapping::new));
            }
        }
    }

    private void unwrapPeopleAndDays(Snapshot snapshot) {
        for (var subject : snapshot.subjects()) {
            if (!tried.add(ByteBuffer.wrap(subject.wrapped()))) {
                continue;
            }
            var bound = new Fields()
                    .text("subject secret")
                    .id(seller)
                    .id(subject.subject())
                    .text(subject.purpose().name())
                    .id(subject.group())
                    .toBytes();
            for (var group : groups.getOrDefault(subject.group(), Map.of()).values()) {
                unwrapped(group, subject.wrapped(), bound).ifPresent(secret -> people.computeIfAbsent(
                                new Person(subject.subject(), subject.purpose()), first -> new HashSet<>())
                        .add(secret));
            }
        }
        for (var bucket : snapshot.buckets()) {
            if (!tried.add(ByteBuffer.wrap(bucket.wrapped()))) {
                continue;
            }
            var bound = new Fields()
                    .text("bucket secret")
                    .id(seller)
                    .text(bucket.purpose().name())
                    .number(bucket.day().toEpochDay())
                    .toBytes();
            for (var epoch : epochs) {
                unwrapped(epoch, bucket.wrapped(), bound).ifPresent(secret -> days.computeIfAbsent(
                                new Day(bucket.purpose(), bucket.day()), first -> new HashSet<>())
                        .add(secret));
            }
        }
    }

    private static Optional<Secret> unwrapped(Wrapping key, byte[] wrapped, byte[] bound) {
        try {
            return Optional.of(key.unwrap(wrapped, bound));
        } catch (NotSealedLikeThis otherKey) {
            return Optional.empty();
        }
    }
}
