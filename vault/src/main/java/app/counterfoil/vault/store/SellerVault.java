package app.counterfoil.vault.store;

import app.counterfoil.vault.AlreadySealed;
import app.counterfoil.vault.EndNotAhead;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.PurposeNotCarried;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectForgotten;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.WrongPurpose;
import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.store.RenewalPlace.PassedBy;
import app.counterfoil.vault.store.SubjectSecrets.Holding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One seller's part of the vault within one transaction: what it does is done when the transaction commits, and undone
 * with it.
 */
public final class SellerVault {

    private static final int MOST_FOUND = 1_000;

    private final Clock clock;
    private final SellerRows rows;
    private final SubjectSecrets subjects;
    private final DatedSecrets buckets;
    private final DatedSecrets indexes;
    private final Restrictions restrictions;
    private final Sealer sealer;
    private final Opener opener;
    private final Records records;
    private final Journal journal;
    private final Destroyer destroyer;
    private final Tokens tokens;
    private final Checkpoints checkpoints;
    private final KeptSecrets keptSecrets;
    private final Renewal renewal;
    private final LedgerComparison ledgerComparison;
    private final EarlyEnds earlyEnds;
    private final Forecast forecast;

    SellerVault(SellerRows rows, EpochKeys epochKeys, ErasureLedger ledger, Clock clock, CheckpointWitness witness) {
        this.clock = clock;
        var epochs = new EpochWrapping(epochKeys);
        var subjects = new SubjectSecrets(rows, epochs);
        this.rows = rows;
        this.buckets = new DatedSecrets(rows, epochs, DatedSecretTable.BUCKET);
        this.indexes = new DatedSecrets(rows, epochs, DatedSecretTable.INDEX);
        this.records = new Records(rows, clock);
        this.journal = new Journal(rows, clock);
        this.tokens = new Tokens(indexes);
        this.sealer = new Sealer(rows, subjects, buckets, tokens, records);
        this.opener = new Opener(subjects, buckets, records);
        this.forecast = new Forecast(rows);
        this.earlyEnds = new EarlyEnds(rows, sealer, records, clock);
        this.subjects = subjects;
        this.restrictions = new Restrictions(rows);
        this.destroyer = new Destroyer(rows, subjects, ledger, clock);
        this.keptSecrets = new KeptSecrets(rows, epochs);
        this.ledgerComparison = new LedgerComparison(rows, ledger);
        this.renewal = new Renewal(rows, epochs, subjects, buckets, indexes, keptSecrets);
        this.checkpoints = new Checkpoints(rows, journal, epochKeys, clock, witness);
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
        journal.write(JournalAct.OPEN, opening, kind.name(), ids(refs));
        return opener.open(kind, refs, today());
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
        journal.write(JournalAct.RESEAL, opening, kind.name(), ids(newEnds.keySet()));
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
        journal.write(JournalAct.RESEAL, opening, kind.name(), ids(newEnds.keySet()));
        return earlyEnds.bring(kind, openedToSeal(kind, newEnds), byId(newEnds), rule);
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
        journal.write(
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
        journal.write(
                JournalAct.SEARCH,
                opening,
                terms.stream().map(term -> term.field().name()).distinct().collect(Collectors.joining("+")),
                found.stream().map(Found::id).toList());
        return found;
    }

    /** On which day living records of a kind end, by their id; nothing is opened, so nothing is journalled. */
    public Map<UUID, LocalDate> endsOf(RecordKind<?> kind, Collection<UUID> ids) {
        return records.endsOf(kind, ids, today());
    }

    /** Ends every purpose's day that has come; returns what ended. Running it again ends nothing twice. */
    public List<EndedDay> endDaysThatHaveCome() {
        return destroyer.endDays(today());
    }

    /** Forgets subjects for purposes, at once and for good, by a rule's code. Rows of over a hundred follow, uncounted. */
    public List<Destruction> forget(Collection<SubjectId> subjects, Set<Purpose> purposes, String rule) {
        return destroyer.forget(subjects, purposes, rule, today());
    }

    /** Removes the rows of what has become unreadable; unreadability did not wait for it. */
    public void removeRemains() {
        destroyer.removeRemains(today());
    }

    /**
     * Brings the seller's data up to the erasure ledger, so that a database from a backup forgets again what it had
     * forgotten. Does nothing to a database that is up to it.
     *
     * @throws app.counterfoil.vault.ledger.LedgerDoesNotFit if ledger and database do not belong together
     * @throws app.counterfoil.vault.keys.KeysDoNotFit if the keys are older than the database
     */
    public Replayed replayLedger() {
        renewal.refuseOlderKeys();
        return destroyer.replay();
    }

    /** Whether what has been destroyed is what the erasure ledger says. */
    public LedgerCheck checkLedger() {
        return ledgerComparison.check();
    }

    /** Marks a subject's data as kept but not used (Art 18). */
    public void restrict(SubjectId subject, String rule) {
        restrictions.restrict(subject, rule, today());
    }

    /** Lifts the restriction of a subject. */
    public void liftRestriction(SubjectId subject) {
        restrictions.lift(subject);
    }

    /** The first of the days before today that should have ended and has not. */
    public Optional<LocalDate> overdueSince() {
        return destroyer.overdueBefore(today());
    }

    /** What is expected to end from tomorrow up to that day, by purpose and day, and on how many subjects. */
    public List<Expected> expectedUntil(LocalDate last) {
        return forecast.byDay(today().plusDays(1), last);
    }

    /** Whose data is restricted and ends from tomorrow up to that day all the same; at most 200, the next first. */
    public List<Expected.Restricted> restrictedEndingUntil(LocalDate last) {
        return forecast.restricted(today().plusDays(1), last);
    }

    /** What has ended, the latest first. */
    public List<Destruction> ended(int most) {
        return destroyer.ended(most);
    }

    /** Who opened what, the latest first. */
    public List<JournalEntry> journal(int most) {
        return journal.latest(most);
    }

    /** Who opened this record, the latest first. */
    public List<JournalEntry> journalOf(UUID record, int most) {
        return journal.latestOf(record, most);
    }

    /** Covers the finished journal entries since the last checkpoint with a signed hash. */
    public void checkpoint() {
        checkpoints.make();
    }

    /**
     * Shows the newest checkpoint to the witness outside the database. In a transaction after the one that made it: only
     * what is committed may be shown.
     *
     * @throws JournalCutShort if the witness has seen what is not in the journal any more
     */
    public void showCheckpoint() {
        checkpoints.show();
    }

    /**
     * Lets the witness begin anew at the newest checkpoint; only where the journal was lawfully put back, as by a restore.
     *
     * @return how far it had been seen, if that was further
     */
    public Optional<JournalTaken> takeJournalAsRestored() {
        return checkpoints.takeAsRestored();
    }

    /**
     * How many destructions stand in the erasure ledger and have not been carried out in this database: it is older than
     * the ledger, or a crash came in between. In a transaction of its own, since nobody destroys anything meanwhile.
     */
    public int outstandingDestructions() {
        return destroyer.outstanding();
    }

    /**
     * Checks the journal against its checkpoints and what was seen of them outside. What came after the newest checkpoint
     * is not signed yet: a change there does not show.
     */
    public JournalCheck checkJournal() {
        return checkpoints.check();
    }

    /**
     * Looks at a part of the sealed records, and at the secrets that none of them needs: each record opens, or the end of
     * its secret is written, else it is named. Nothing is shown to anybody and nothing leaves the vault but counts and ids,
     * so it is no opening and stands in no journal.
     */
    public CellCheck checkCells(CellRange range) {
        return new Cells(rows, subjects, buckets, today())
                .check(range, new LooseSecrets(rows, subjects, buckets, indexes, today()));
    }

    /** Goes through the ids of all records of a kind, page by page; nothing is opened. */
    public void eachId(RecordKind<?> kind, Consumer<List<UUID>> page) {
        new RecordIds(rows, records, today()).pages(kind, page);
    }

    /**
     * Those of these records that are not there, neither on the day on which each is expected to end nor on another to
     * come; nothing is opened.
     */
    public Set<UUID> absent(RecordKind<?> kind, Map<UUID, LocalDate> expected) {
        return new RecordIds(rows, records, today()).absent(kind, expected);
    }

    /** Those of these subjects who were forgotten for the purpose. */
    public Set<SubjectId> forgotten(Purpose purpose, Collection<SubjectId> subjects) {
        return new RecordIds(rows, records, today()).forgotten(purpose, subjects);
    }

    /** The ids under which credentials are kept, and whether they can still be read; they are shown to nobody. */
    public Map<UUID, Boolean> checkKeptSecrets() {
        return new KeptSecretsCheck(rows, keptSecrets).readable();
    }

    /** Keeps credentials of an outside account, replacing earlier ones. */
    public void keepSecret(UUID id, byte[] content) {
        keptSecrets.keep(id, content);
    }

    /** The credentials that were kept under this id. */
    public Optional<byte[]> keptSecret(UUID id) {
        return keptSecrets.kept(id);
    }

    /** Discards credentials. */
    public void discardSecret(UUID id) {
        keptSecrets.discard(id);
    }

    /** Brings the seller's keys under the current epoch, step by step; {@link EpochTurn} has it do so. */
    Renewal renewal() {
        return renewal;
    }

    /** The lowest epoch that something of the seller is wrapped under. */
    public int oldestEpoch() {
        return renewal.oldestEpoch(PassedBy.NOTHING);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private <T> List<Opener.OpenedRow<T>> openedToSeal(RecordKind<T> kind, Map<RecordRef, LocalDate> newEnds) {
        subjects.lock(newEnds.keySet().stream()
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
