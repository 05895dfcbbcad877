package app.counterfoil.vault.store;

import app.counterfoil.vault.EndNotAhead;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.seal.Place;
import app.counterfoil.vault.seal.RecordSeal;
import app.counterfoil.vault.store.DatedSecrets.Slot;
import app.counterfoil.vault.store.Records.SealedRow;
import app.counterfoil.vault.store.Records.StoredRow;
import app.counterfoil.vault.store.SubjectSecrets.Holding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Seals batches of records: reads or makes every secret once, then seals, then stores them in one statement. */
final class Sealer {

    private final SellerRows rows;
    private final SubjectSecrets subjects;
    private final DatedSecrets buckets;
    private final Tokens tokens;
    private final Records records;

    Sealer(SellerRows rows, SubjectSecrets subjects, DatedSecrets buckets, Tokens tokens, Records records) {
        this.rows = rows;
        this.subjects = subjects;
        this.buckets = buckets;
        this.tokens = tokens;
        this.records = records;
    }

    /** Seals and stores; {@code versions} names the versions of records that existed before. */
    void seal(Collection<? extends Sealing<?>> sealings, Map<UUID, Integer> versions) {
        if (sealings.isEmpty()) {
            return;
        }
        var subjectSecrets =
                subjects.existingOrMade(sealings.stream().map(Sealer::holding).collect(Collectors.toSet()));
        var bucketSecrets =
                buckets.existingOrMade(sealings.stream().map(Sealer::bucket).collect(Collectors.toSet()));
        var indexes = tokens.indexesFor(sealings);
        var sealed = new ArrayList<SealedRow>(sealings.size());
        for (var sealing : sealings) {
            var subject = subjectSecrets.get(holding(sealing));
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

    /** Seals opened records again, to the later ones of the given days. */
    <T> int sealAgain(RecordKind<T> kind, List<Opener.OpenedRow<T>> opened, Map<UUID, LocalDate> ends) {
        var later = new ArrayList<Sealing<T>>();
        var versions = new HashMap<UUID, Integer>();
        for (var record : opened) {
            var place = record.place();
            var end = ends.getOrDefault(place.id(), place.endsOn());
            if (end.isAfter(place.endsOn())) {
                later.add(new Sealing<>(kind, place.id(), place.subject(), end, record.content()));
                versions.put(place.id(), place.version());
            }
        }
        if (!later.isEmpty()) {
            records.remove(kind, versions.keySet());
            seal(later, versions);
        }
        return later.size();
    }

    /** Replaces contents; each ends on the later of its old and its new day. */
    <T> void replace(RecordKind<T> kind, Collection<Sealing<T>> fresh, List<StoredRow> before) {
        var old = new HashMap<UUID, Place>();
        for (var row : before) {
            row.seal().ifPresent(seal -> old.put(row.id(), seal.place()));
        }
        var versions = new HashMap<UUID, Integer>();
        old.forEach((id, place) -> versions.put(id, place.version()));
        records.remove(kind, old.keySet());
        seal(fresh.stream().map(sealing -> notEarlier(sealing, old)).toList(), versions);
    }

    private static <T> Sealing<T> notEarlier(Sealing<T> sealing, Map<UUID, Place> old) {
        var before = old.get(sealing.id());
        return before == null || !before.endsOn().isAfter(sealing.endsOn())
                ? sealing
                : new Sealing<>(sealing.kind(), sealing.id(), sealing.subject(), before.endsOn(), sealing.content());
    }

    private static Holding holding(Sealing<?> sealing) {
        return new Holding(sealing.subject(), sealing.kind().purpose());
    }

    private static Slot bucket(Sealing<?> sealing) {
        return new Slot(sealing.kind().purpose(), sealing.endsOn());
    }
}
