package app.counterfoil.vault.store;

import app.counterfoil.vault.ContentUnreadable;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.keys.EpochKeyGone;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.secrets.Unsealing;
import app.counterfoil.vault.store.Records.StoredRow;
import app.counterfoil.vault.store.Records.StoredSeal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Opens records. Whatever stands in the way has its own outcome; only a whole, living, unrestricted record is read. */
final class Opener {

    private final Unsealing unsealing;
    private final Records records;

    Opener(Unsealing unsealing, Records records) {
        this.unsealing = unsealing;
        this.records = records;
    }

    <T> Map<UUID, Outcome<T>> open(RecordKind<T> kind, Collection<RecordRef> refs, LocalDate today) {
        return inOrder(kind, refs, row -> outcome(kind, row, today));
    }

    /** Opens for the person themselves, whom a restriction of use protects and does not shut out. */
    <T> Map<UUID, Outcome<T>> openThoughRestricted(RecordKind<T> kind, Collection<RecordRef> refs, LocalDate today) {
        return inOrder(kind, refs, row -> kept(kind, row, today));
    }

    private <T> Map<UUID, Outcome<T>> inOrder(
            RecordKind<T> kind, Collection<RecordRef> refs, Function<StoredRow, Outcome<T>> outcome) {
        var found = new HashMap<UUID, Outcome<T>>();
        for (var row : records.read(kind, refs)) {
            found.put(row.id(), outcome.apply(row));
        }
        var inOrder = new LinkedHashMap<UUID, Outcome<T>>();
        refs.forEach(ref -> inOrder.put(ref.id(), found.getOrDefault(ref.id(), new Outcome.Missing<>())));
        return inOrder;
    }

    /** Opens to seal again: what is restricted is kept, so it is opened too, and nothing of it leaves the vault. */
    <T> List<OpenedRow<T>> opened(RecordKind<T> kind, Collection<RecordRef> refs, LocalDate today) {
        var opened = new ArrayList<OpenedRow<T>>();
        for (var row : records.read(kind, refs)) {
            if (row.seal().isPresent() && kept(kind, row, today) instanceof Outcome.Opened<T> whole) {
                opened.add(new OpenedRow<>(row.seal().get().place(), whole.content()));
            }
        }
        return opened;
    }

    private <T> Outcome<T> outcome(RecordKind<T> kind, StoredRow row, LocalDate today) {
        boolean stays = row.restricted() && !kind.purpose().opensWhileRestricted();
        return stays && living(row, today) ? new Outcome.Restricted<>() : kept(kind, row, today);
    }

    private static boolean living(StoredRow row, LocalDate today) {
        return row.forgottenOn().isEmpty()
                && row.seal().isPresent()
                && row.seal().get().bucket().isPresent()
                && row.seal().get().place().endsOn().isAfter(today);
    }

    private <T> Outcome<T> kept(RecordKind<T> kind, StoredRow row, LocalDate today) {
        if (row.forgottenOn().isPresent()) {
            return new Outcome.Forgotten<>(row.forgottenOn().get(), String.valueOf(row.forgottenRule()));
        }
        if (row.seal().isEmpty()) {
            return new Outcome.Missing<>();
        }
        var seal = row.seal().get();
        if (!living(row, today)) {
            return new Outcome.Ended<>(seal.place().endsOn());
        }
        try {
            var content = kind.read(bytes(seal));
            return new Outcome.Opened<>(
                    content, seal.place().subject(), seal.place().endsOn());
        } catch (NotSealedLikeThis | ContentUnreadable | EpochKeyGone damaged) {
            return new Outcome.Damaged<>();
        }
    }

    private byte[] bytes(StoredSeal seal) {
        return unsealing.open(
                seal.place(),
                seal.sealed(),
                seal.subject().orElseThrow(() -> new NotSealedLikeThis("subject secret")),
                seal.bucket().orElseThrow(() -> new NotSealedLikeThis("bucket secret")));
    }
}
