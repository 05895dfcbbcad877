package app.counterfoil.vault.store;

import app.counterfoil.vault.AlreadySealed;
import app.counterfoil.vault.EndNotAhead;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.RecordsMoved;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectForgotten;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.seal.Place;
import app.counterfoil.vault.seal.RecordSeal;
import app.counterfoil.vault.secrets.DatedSecrets;
import app.counterfoil.vault.secrets.Holding;
import app.counterfoil.vault.secrets.SellerSecrets;
import app.counterfoil.vault.secrets.Slot;
import app.counterfoil.vault.secrets.SubjectSecrets;
import app.counterfoil.vault.secrets.SubjectSecrets.Standing;
import app.counterfoil.vault.sql.SellerRows;
import app.counterfoil.vault.store.Records.SealedRow;
import java.time.LocalDate;
import java.time.chrono.ChronoLocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Seals batches of records: reads or makes every secret once, then seals, then stores them in one statement. */
final class Sealer {

    private final SellerRows rows;
    private final SubjectSecrets subjects;
    private final DatedSecrets buckets;
    private final SearchTokens tokens;
    private final Records records;

    Sealer(SellerRows rows, SellerSecrets secrets, SearchTokens tokens, Records records) {
        this.rows = rows;
        this.subjects = secrets.subjects();
        this.buckets = secrets.buckets();
        this.tokens = tokens;
        this.records = records;
    }

    /**
     * Seals and stores records that are new.
     *
     * @throws SubjectForgotten if a subject was forgotten for the purpose
     * @throws AlreadySealed if one of them is stored already
     */
    void seal(Collection<? extends Sealing<?>> sealings) {
        seal(sealings, Map.of());
    }

    /**
     * Seals and stores records that are new, but for those whose subject was forgotten for the purpose.
     *
     * @return what was left out
     * @throws AlreadySealed if one of the others is stored already
     */
    List<Sealing<?>> sealWithoutForgotten(Collection<? extends Sealing<?>> sealings) {
        var standing = subjects.existingOrMade(holdings(sealings));
        var taken = new ArrayList<Sealing<?>>();
        var leftOut = new ArrayList<Sealing<?>>();
        sealings.forEach(sealing -> (standing.forgotten().contains(holding(sealing)) ? leftOut : taken).add(sealing));
        store(taken, standing, Map.of());
        return leftOut;
    }

    /** Seals opened records again, to the later ones of the given days. Their subjects are locked. */
    <T> int sealAgain(RecordKind<T> kind, List<OpenedRow<T>> opened, Map<UUID, LocalDate> ends) {
        return sealTo(kind, opened, ends, LocalDate::isAfter);
    }

    /** Seals opened records again, to the earlier ones of the given days. Their subjects are locked. */
    <T> int sealEarlier(RecordKind<T> kind, List<OpenedRow<T>> opened, Map<UUID, LocalDate> ends) {
        return sealTo(kind, opened, ends, LocalDate::isBefore);
    }

    private <T> int sealTo(
            RecordKind<T> kind,
            List<OpenedRow<T>> opened,
            Map<UUID, LocalDate> ends,
            BiPredicate<LocalDate, ChronoLocalDate> moves) {
        var moved = new ArrayList<Sealing<T>>();
        var versions = new HashMap<UUID, Integer>();
        for (var record : opened) {
            var place = record.place();
            var end = ends.getOrDefault(place.id(), place.endsOn());
            if (moves.test(end, place.endsOn())) {
                moved.add(new Sealing<>(kind, place.id(), place.subject(), end, record.content()));
                versions.put(place.id(), place.version());
            }
        }
        if (!moved.isEmpty()) {
            remove(kind, versions.keySet(), moved.size());
            seal(moved, versions);
        }
        return moved.size();
    }

    /**
     * Replaces contents; each ends on the later of its old and its new day. Whoever was forgotten is left out.
     *
     * @return those who were left out
     */
    <T> Set<SubjectId> replace(RecordKind<T> kind, Collection<Sealing<T>> fresh) {
        var standing = subjects.existingOrMade(holdings(fresh));
        var taken = fresh.stream()
                .filter(sealing -> !standing.forgotten().contains(holding(sealing)))
                .toList();
        var subjectOf = new HashMap<UUID, SubjectId>();
        taken.forEach(sealing -> subjectOf.put(sealing.id(), sealing.subject()));
        var old = new HashMap<UUID, Place>();
        int stored = 0;
        for (var row : records.read(kind, refs(taken))) {
            if (row.seal().isPresent()) {
                var place = row.seal().get().place();
                if (!place.subject().equals(subjectOf.get(place.id()))) {
                    throw new AlreadySealed(kind.name(), place.id());
                }
                old.put(place.id(), place);
                stored++;
            }
        }
        var versions = new HashMap<UUID, Integer>();
        old.forEach((id, place) -> versions.put(id, place.version()));
        remove(kind, old.keySet(), stored);
        store(taken.stream().map(sealing -> notEarlier(sealing, old)).toList(), standing, versions);
        return standing.forgotten().stream().map(Holding::subject).collect(Collectors.toSet());
    }

    /** {@code versions} names the versions of records that existed before. */
    private void seal(Collection<? extends Sealing<?>> sealings, Map<UUID, Integer> versions) {
        var standing = subjects.existingOrMade(holdings(sealings));
        for (var forgotten : standing.forgotten()) {
            throw new SubjectForgotten(forgotten.subject(), forgotten.purpose());
        }
        store(sealings, standing, versions);
    }

    private void store(Collection<? extends Sealing<?>> sealings, Standing standing, Map<UUID, Integer> versions) {
        if (sealings.isEmpty()) {
            return;
        }
        refuseIfStored(sealings, standing.made());
        var bucketSecrets =
                buckets.existingOrMade(sealings.stream().map(Sealer::bucket).collect(Collectors.toSet()));
        var indexes = tokens.indexesFor(sealings);
        var sealed = new ArrayList<SealedRow>(sealings.size());
        for (var sealing : sealings) {
            var subject = standing.secrets().get(holding(sealing));
            var bucket = bucketSecrets.get(bucket(sealing));
            if (subject == null || bucket == null) {
                // The day was ended while this transaction ran: what cannot be kept is not taken in.
                throw new EndNotAhead(sealing.endsOn(), sealing.endsOn().plusDays(1));
            }
            var place = new Place(
                    rows.seller(),
                    sealing.subject(),
                    sealing.kind().purpose(),
                    sealing.endsOn(),
                    sealing.kind().name(),
                    sealing.id(),
                    versions.getOrDefault(sealing.id(), 0) + 1);
            sealed.add(new SealedRow(
                    place, RecordSeal.seal(place, subject, bucket, sealing.written()), tokens.of(sealing, indexes)));
        }
        records.add(sealed);
    }

    /**
     * The day of its end is part of a record's key in the database, so this alone keeps a record from being there twice.
     * Nothing is stored yet about a subject whose secret has just been made, so most of an intake is not looked up.
     */
    private void refuseIfStored(Collection<? extends Sealing<?>> sealings, Set<Holding> made) {
        record Kind(Purpose purpose, String name) {}
        var once = new HashSet<Map.Entry<Kind, UUID>>();
        var known = new LinkedHashMap<Kind, List<UUID>>();
        for (var sealing : sealings) {
            var kind = new Kind(sealing.kind().purpose(), sealing.kind().name());
            if (!once.add(Map.entry(kind, sealing.id()))) {
                throw new AlreadySealed(kind.name(), sealing.id());
            }
            if (!made.contains(holding(sealing))) {
                known.computeIfAbsent(kind, first -> new ArrayList<>()).add(sealing.id());
            }
        }
        known.forEach((kind, ids) -> records.storedAlready(kind.purpose(), kind.name(), ids)
                .ifPresent(id -> {
                    throw new AlreadySealed(kind.name(), id);
                }));
    }

    private void remove(RecordKind<?> kind, Collection<UUID> ids, int read) {
        int removed = ids.isEmpty() ? 0 : records.remove(kind, ids);
        if (removed != read) {
            throw new RecordsMoved(read, removed);
        }
    }

    private static <T> Sealing<T> notEarlier(Sealing<T> sealing, Map<UUID, Place> old) {
        var before = old.get(sealing.id());
        return before == null || !before.endsOn().isAfter(sealing.endsOn())
                ? sealing
                : new Sealing<>(sealing.kind(), sealing.id(), sealing.subject(), before.endsOn(), sealing.content());
    }

    private static Set<Holding> holdings(Collection<? extends Sealing<?>> sealings) {
        return sealings.stream().map(Sealer::holding).collect(Collectors.toSet());
    }

    private static <T> List<RecordRef> refs(Collection<Sealing<T>> sealings) {
        return sealings.stream()
                .map(sealing -> new RecordRef(sealing.id(), sealing.subject()))
                .toList();
    }

    private static Holding holding(Sealing<?> sealing) {
        return new Holding(sealing.subject(), sealing.kind().purpose());
    }

    private static Slot bucket(Sealing<?> sealing) {
        return new Slot(sealing.kind().purpose(), sealing.endsOn());
    }
}
