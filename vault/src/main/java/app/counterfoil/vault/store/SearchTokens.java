package app.counterfoil.vault.store;

import app.counterfoil.vault.PartitionStep;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.seal.BlindIndex;
import app.counterfoil.vault.secrets.DatedSecrets;
import app.counterfoil.vault.secrets.Slot;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes search tokens: for a record under the key of the month it ends in, for a search under those of all months. */
final class SearchTokens {

    private final DatedSecrets keys;

    SearchTokens(DatedSecrets keys) {
        this.keys = keys;
    }

    /** The indexes that tokens of these sealings need. */
    Map<Slot, BlindIndex> indexesFor(Collection<? extends Sealing<?>> sealings) {
        var months = new HashSet<Slot>();
        for (var sealing : sealings) {
            months.add(month(sealing.kind().purpose(), sealing.endsOn()));
        }
        var indexes = new HashMap<Slot, BlindIndex>();
        keys.existingOrMade(months).forEach((slot, key) -> indexes.put(slot, new BlindIndex(key)));
        return indexes;
    }

    /** The tokens of one sealing. */
    long[] of(Sealing<?> sealing, Map<Slot, BlindIndex> indexes) {
        var index = indexes.get(month(sealing.kind().purpose(), sealing.endsOn()));
        return index == null
                ? new long[0]
                : sealing.terms().stream().distinct().mapToLong(index::token).toArray();
    }

    /** What to look for in each month that lives: the tokens of all terms. */
    Map<Slot, long[]> living(Set<Purpose> purposes, List<Term> terms, LocalDate today) {
        var tokens = new HashMap<Slot, long[]>();
        keys.livingMonths(purposes, today).forEach((month, key) -> {
            var index = new BlindIndex(key);
            tokens.put(month, terms.stream().distinct().mapToLong(index::token).toArray());
        });
        return tokens;
    }

    /** What to look for in each month that lives, of terms that each stand for themselves: the term behind each token. */
    Map<Slot, Map<Long, Term>> livingEach(Set<Purpose> purposes, Collection<Term> terms, LocalDate today) {
        var tokens = new HashMap<Slot, Map<Long, Term>>();
        keys.livingMonths(purposes, today).forEach((month, key) -> {
            var index = new BlindIndex(key);
            var behind = new HashMap<Long, Term>();
            terms.forEach(term -> behind.put(index.token(term), term));
            tokens.put(month, behind);
        });
        return tokens;
    }

    private static Slot month(Purpose purpose, LocalDate endsOn) {
        return new Slot(purpose, PartitionStep.MONTH.startOf(endsOn));
    }
}
