package app.counterfoil.vault.secrets;

import app.counterfoil.vault.seal.Place;
import app.counterfoil.vault.seal.RecordSeal;
import app.counterfoil.vault.seal.Secret;
import java.util.HashMap;
import java.util.Map;

/**
 * Opens sealed bytes with their wrapped secrets, as queries of one transaction read them: the secret of the subject, by
 * way of its group's key, and that of the day. The same day's secret is unwrapped once.
 */
public final class Unsealing {

    private record Day(Slot slot, int epoch) {}

    private final SubjectSecrets subjects;
    private final DatedSecrets buckets;
    private final Map<Day, Secret> days = new HashMap<>();

    Unsealing(SubjectSecrets subjects, DatedSecrets buckets) {
        this.subjects = subjects;
        this.buckets = buckets;
    }

    /**
     * The content as bytes.
     *
     * @throws app.counterfoil.vault.seal.NotSealedLikeThis if the bytes, their place or a secret was changed
     * @throws app.counterfoil.vault.keys.KeysUnavailable if an epoch's key cannot be had
     */
    public byte[] open(Place place, byte[] sealed, WrappedSubject subject, Wrapped bucket) {
        var slot = new Slot(place.purpose(), place.endsOn());
        var ofDay = days.computeIfAbsent(new Day(slot, bucket.epoch()), day -> buckets.unwrap(slot, bucket));
        var ofSubject = subjects.unwrap(new Holding(place.subject(), place.purpose()), subject);
        return RecordSeal.open(place, ofSubject, ofDay, sealed);
    }
}
