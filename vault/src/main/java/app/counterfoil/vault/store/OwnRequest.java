package app.counterfoil.vault.store;

import app.counterfoil.vault.EndNotAhead;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.PurposeNotCarried;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.journal.JournalAct;
import app.counterfoil.vault.journal.JournalWriter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is held on a person, looked at because they have asked for it themselves (Art 15–21). It is opened whatever it is
 * held for, and although its use is restricted (Art 18(2)): the reader's role carries rights requests, and nothing else of
 * what is opened. Each look is journalled as one for a rights request, and so is each correction.
 */
public final class OwnRequest {

    private final Opening opening;
    private final JournalWriter writer;
    private final Opener opener;
    private final Records records;
    private final SearchTokens tokens;
    private final Sealer sealer;
    private final LocalDate today;

    /** @throws PurposeNotCarried if the reader's role does not carry rights requests */
    OwnRequest(
            Opening opening,
            JournalWriter writer,
            Opener opener,
            Records records,
            SearchTokens tokens,
            Sealer sealer,
            LocalDate today) {
        if (opening.purpose() != Purpose.RIGHTS_REQUEST || !opening.reader().carries(Purpose.RIGHTS_REQUEST)) {
            throw new PurposeNotCarried(Purpose.RIGHTS_REQUEST);
        }
        this.opening = opening;
        this.writer = writer;
        this.opener = opener;
        this.records = records;
        this.tokens = tokens;
        this.sealer = sealer;
        this.today = today;
    }

    /**
     * Living records that have all of these terms, in any of these purposes; those that end soonest first.
     *
     * @param most how many are told at most
     */
    public List<Found> find(Set<Purpose> purposes, List<Term> terms, int most) {
        if (terms.isEmpty()) {
            return List.of();
        }
        var found = records.find(tokens.living(purposes, terms, today), today, most);
        writer.write(
                JournalAct.SEARCH,
                opening,
                terms.stream().map(term -> term.field().name()).distinct().collect(Collectors.joining("+")),
                found.stream().map(Found::id).toList());
        return found;
    }

    /**
     * Living records by each of many terms that stand for themselves, in any of these purposes, at once: one search and one
     * journal entry, however many are asked for.
     *
     * @param most how many are told at most of those that end in the same month
     */
    public Map<Term, Set<Found>> findAny(Set<Purpose> purposes, Collection<Term> terms, int most) {
        if (terms.isEmpty()) {
            return Map.of();
        }
        var found = records.findAny(tokens.livingEach(purposes, terms, today), today, most);
        writer.write(
                JournalAct.SEARCH,
                opening,
                terms.stream()
                        .map(term -> term.field().name())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("+")),
                found.values().stream()
                        .flatMap(Collection::stream)
                        .map(Found::id)
                        .distinct()
                        .toList());
        return found;
    }

    /** Opens records of whatever kind; one outcome for each that was asked for, in the order asked. */
    public <T> Map<UUID, Outcome<T>> open(RecordKind<T> kind, Collection<RecordRef> refs) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        writer.write(
                JournalAct.OPEN,
                opening,
                kind.name(),
                refs.stream().map(RecordRef::id).toList());
        return opener.openThoughRestricted(kind, refs, today);
    }

    /**
     * Replaces what is wrong by what is right (Art 16), of whatever kind; nothing ends earlier than before. Whoever was
     * forgotten is left out.
     *
     * @return the subjects who were forgotten, of whom nothing was taken
     * @throws EndNotAhead if one is to end today or earlier
     */
    public <T> Set<SubjectId> correct(RecordKind<T> kind, Collection<Sealing<T>> sealings) {
        EndNotAhead.refuseUnlessAfter(today, sealings);
        if (sealings.isEmpty()) {
            return Set.of();
        }
        writer.write(
                JournalAct.RESEAL,
                opening,
                kind.name(),
                sealings.stream().map(Sealing::id).toList());
        return sealer.replace(kind, sealings);
    }
}
