package app.counterfoil.vault.store;

import app.counterfoil.vault.AlreadySealed;
import app.counterfoil.vault.EndNotAhead;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.PurposeNotCarried;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectForgotten;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.WrongPurpose;
import app.counterfoil.vault.check.Checks;
import app.counterfoil.vault.erasure.Destruction;
import app.counterfoil.vault.erasure.Erasures;
import app.counterfoil.vault.journal.AccessJournal;
import app.counterfoil.vault.journal.CheckpointWitness;
import app.counterfoil.vault.journal.JournalAct;
import app.counterfoil.vault.journal.JournalWriter;
import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.secrets.Credentials;
import app.counterfoil.vault.secrets.Holding;
import app.counterfoil.vault.secrets.Renewal;
import app.counterfoil.vault.secrets.SellerSecrets;
import app.counterfoil.vault.sql.SellerRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One seller's part of the vault within one transaction: what it does is done when the transaction commits, and undone
 * with it. Records are sealed, opened, found and forgotten here; what else there is to ask has a face of its own.
 */
public final class SellerVault {

    private static final int MOST_FOUND = 1_000;

    private final SellerRows rows;
    private final EpochKeys epochKeys;
    private final Clock clock;
    private final CheckpointWitness witness;
    private final SellerSecrets secrets;
    private final JournalWriter writer;
    private final Records records;
    private final SearchTokens tokens;
    private final Sealer sealer;
    private final Opener opener;
    private final Erasures erasures;

    SellerVault(SellerRows rows, EpochKeys epochKeys, ErasureLedger ledger, Clock clock, CheckpointWitness witness) {
        this.rows = rows;
        this.epochKeys = epochKeys;
        this.clock = clock;
        this.witness = witness;
        this.secrets = new SellerSecrets(rows, epochKeys);
        this.writer = new JournalWriter(rows, clock);
        this.records = new Records(rows, clock);
        this.tokens = new SearchTokens(secrets.indexes());
        this.sealer = new Sealer(rows, secrets, tokens, records);
        this.opener = new Opener(secrets.unsealing(), records);
        this.erasures = new Erasures(rows, secrets, ledger, clock);
    }

    /** Who opened what; its checkpoints, and the check against them. */
    public AccessJournal journal() {
        return new AccessJournal(rows, epochKeys, clock, witness);
    }

    /** What ends by its day or was ended by an act, and the erasure ledger that it is held against. */
    public Erasures erasures() {
        return erasures;
    }

    /** Whose data is kept but not used (Art 18). */
    public Restrictions restrictions() {
        return new Restrictions(rows, clock);
    }

    /** What will end by itself. */
    public Forecast forecast() {
        return new Forecast(rows, clock);
    }

    /** Whether everything that is sealed is whole and there. */
    public Checks checks() {
        return new Checks(rows, secrets, clock);
    }

    /** The credentials of the seller's accounts at outside services. */
    public Credentials credentials() {
        return secrets.credentials();
    }

    /** The seller's keys on their way under the current epoch, for a turn of the epoch. */
    public Renewal renewal() {
        return secrets.renewal();
    }

    /**
     * Seals and stores new records.
     *
     * @throws EndNotAhead if one is to end today or earlier
     * @throws SubjectForgotten if a subject was forgotten for the purpose; then nothing at all is stored
     * @throws AlreadySealed if one of them is stored already, whatever its day
     */
    public void seal(Collection<? extends Sealing<?>> sealings) {
        EndNotAhead.refuseUnlessAfter(today(), sealings);
        sealer.seal(sealings);
    }

    /**
     * Seals and stores new records like {@link #seal}, but leaves out whoever was forgotten for the purpose: a channel
     * tells again of whom a backup that was brought back still knew.
     *
     * @return what was left out
     * @throws EndNotAhead if one is to end today or earlier
     * @throws AlreadySealed if one of them is stored already, whatever its day
     */
    public List<Sealing<?>> sealWithoutForgotten(Collection<? extends Sealing<?>> sealings) {
        EndNotAhead.refuseUnlessAfter(today(), sealings);
        return sealer.sealWithoutForgotten(sealings);
    }

    /**
     * Opens records and journals it; one entry covers the whole page. The answer has one outcome for each record asked
     * for, in the order asked.
     *
     * @throws PurposeNotCarried if the reader's role does not carry the purpose
     * @throws WrongPurpose if the kind is held for another purpose
     */
    public <T> Map<UUID, Outcome<T>> open(Opening opening, RecordKind<T> kind, Collection<RecordRef> refs) {
        refuseUnlessCarried(opening, kind);
        if (refs.isEmpty()) {
            return Map.of();
        }
        writer.write(JournalAct.OPEN, opening, kind.name(), ids(refs));
        return opener.open(kind, refs, today());
    }

    /**
     * Opens one record and journals it.
     *
     * @throws PurposeNotCarried if the reader's role does not carry the purpose
     * @throws WrongPurpose if the kind is held for another purpose
     */
    public <T> Outcome<T> openOne(Opening opening, RecordKind<T> kind, RecordRef ref) {
        return open(opening, kind, List.of(ref)).getOrDefault(ref.id(), new Outcome.Missing<>());
    }

    /**
     * Opens records and seals them again to a later day, for a job that carries data on. Records that are no longer
     * readable are left as they are; records that already end on that day or later are not touched. What is restricted
     * is kept, so it is carried on as well: it is shown to nobody.
     *
     * @return how many were carried on
     */
    public <T> int carryOn(Opening opening, RecordKind<T> kind, Map<RecordRef, LocalDate> newEnds) {
        refuseUnlessCarried(opening, kind);
        if (newEnds.isEmpty()) {
            return 0;
        }
        writer.write(JournalAct.RESEAL, opening, kind.name(), ids(newEnds.keySet()));
        return sealer.sealAgain(kind, openedToSeal(kind, newEnds), byId(newEnds));
    }

    /**
     * Brings the ends of records forward, because their seller has shortened a policy; for nothing else. It is an act of
     * its own since a record is otherwise sealed to the earliest day that is certain and moved only later: a backup made
     * before keeps the version that is sealed to the later day, and beside the living keys that one can be opened until
     * then. Whoever asks for this says so. A record whose new day has come is removed at once.
     *
     * @param rule the code of the rule that what is removed ended under
     */
    public <T> Shortened sealEarlier(
            Opening opening, RecordKind<T> kind, Map<RecordRef, LocalDate> newEnds, String rule) {
        refuseUnlessCarried(opening, kind);
        if (newEnds.isEmpty()) {
            return new Shortened(0, 0);
        }
        writer.write(JournalAct.RESEAL, opening, kind.name(), ids(newEnds.keySet()));
        return new EarlyEnds(rows, sealer, records, clock)
                .bring(kind, openedToSeal(kind, newEnds), byId(newEnds), rule);
    }

    /**
     * Replaces the content of existing records, or stores them if there are none. A record never ends earlier than it
     * did before. Whoever was forgotten is left out, and the others are replaced all the same: a page of a channel may
     * name both. Data that is restricted may be corrected.
     *
     * @return the subjects who were forgotten, of whom nothing was taken
     * @throws EndNotAhead if one is to end today or earlier
     * @throws AlreadySealed if one of them is stored already for another subject
     */
    public <T> Set<SubjectId> replace(Opening opening, RecordKind<T> kind, Collection<Sealing<T>> sealings) {
        refuseUnlessCarried(opening, kind);
        EndNotAhead.refuseUnlessAfter(today(), sealings);
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

    /** Finds living records like {@link #find(Opening, Set, List)}, by one term. */
    public List<Found> find(Opening opening, Set<Purpose> purposes, Term term) {
        return find(opening, purposes, List.of(term));
    }

    /**
     * Finds living records by what a person can be found by, in the purposes that the reader carries of those asked; all
     * terms must be of the same record. The search is journalled with what it found. At most 1,000 are told, those that
     * end soonest.
     *
     * @throws PurposeNotCarried if the reader's role does not carry the purpose of the opening, or it is none of those
     *     asked
     */
    public List<Found> find(Opening opening, Set<Purpose> purposes, List<Term> terms) {
        var carried = purposes.stream().filter(opening.reader()::carries).collect(Collectors.toSet());
        if (!carried.contains(opening.purpose())) {
            throw new PurposeNotCarried(opening.purpose());
        }
        if (terms.isEmpty()) {
            return List.of();
        }
        var found = records.find(tokens.living(carried, terms, today()), today(), MOST_FOUND);
        writer.write(
                JournalAct.SEARCH,
                opening,
                terms.stream().map(term -> term.field().name()).distinct().collect(Collectors.joining("+")),
                found.stream().map(Found::id).toList());
        return found;
    }

    /**
     * What a person's own request opens of them, and puts right.
     *
     * @throws PurposeNotCarried if the opening is not for a rights request, or the reader's role does not carry those
     */
    public OwnRequest onRequest(Opening opening) {
        return new OwnRequest(opening, writer, opener, records, tokens, sealer, today());
    }

    /** On which day living records of a kind end, by their id; nothing is opened, so nothing is journalled. */
    public Map<UUID, LocalDate> endsOf(RecordKind<?> kind, Collection<UUID> ids) {
        return records.endsOf(kind, ids, today());
    }

    /**
     * What has become of records of a kind, by their id; nothing is opened, so nothing is journalled. Records whose row is
     * gone are missing: they ended or were forgotten.
     */
    public Map<UUID, Fate> fatesOf(RecordKind<?> kind, Collection<UUID> ids) {
        return records.fatesOf(kind, ids, today());
    }

    /** Forgets subjects for purposes, at once and for good, by a rule's code. Rows of over a hundred follow, uncounted. */
    public List<Destruction> forget(Collection<SubjectId> subjects, Set<Purpose> purposes, String rule) {
        return erasures.forget(subjects, purposes, rule);
    }

    /**
     * Forgets each for the purposes they are asked to be forgotten for, all at once and for good, by a rule's code.
     *
     * @return how many had not been forgotten yet, by purpose
     */
    public Map<Purpose, Integer> forget(Map<Purpose, ? extends Collection<SubjectId>> asked, String rule) {
        return erasures.forget(asked, rule);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private <T> List<OpenedRow<T>> openedToSeal(RecordKind<T> kind, Map<RecordRef, LocalDate> newEnds) {
        secrets.subjects()
                .lock(newEnds.keySet().stream()
                        .map(ref -> new Holding(ref.subject(), kind.purpose()))
                        .toList());
        return opener.opened(kind, newEnds.keySet(), today());
    }

    private static Map<UUID, LocalDate> byId(Map<RecordRef, LocalDate> newEnds) {
        var ends = new LinkedHashMap<UUID, LocalDate>();
        newEnds.forEach((ref, day) -> ends.put(ref.id(), day));
        return ends;
    }

    private static List<UUID> ids(Collection<RecordRef> refs) {
        return refs.stream().map(RecordRef::id).toList();
    }

    private static void refuseUnlessCarried(Opening opening, RecordKind<?> kind) {
        if (opening.purpose() != kind.purpose()) {
            throw new WrongPurpose(opening.purpose(), kind.purpose());
        }
        if (!opening.reader().carries(opening.purpose())) {
            throw new PurposeNotCarried(opening.purpose());
        }
    }
}
