package app.counterfoil.vault.erasure;

import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.erasure.DestroyedSecrets.Forgotten;
import app.counterfoil.vault.erasure.DestroyedSecrets.Gone;
import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.ledger.ErasureLedger.Head;
import app.counterfoil.vault.ledger.LedgerEntry;
import app.counterfoil.vault.secrets.Holding;
import app.counterfoil.vault.secrets.SellerSecrets;
import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is destroyed of a seller, for good. Nothing of it counts before the transaction is committed, and that is never
 * done before the erasure ledger has it, on the disk: so a crash leaves less readable, never more. The rows that have
 * become unreadable go last, with what is written down in the database of it.
 */
public final class Erasures {

    private static final String OVERDUE =
            """
            SELECT min(expires_on) AS day
              FROM vault_bucket_secret
             WHERE seller_id = ? AND expires_on < ? AND wrapped IS NOT NULL
            """;
    private static final String LATEST =
            """
            SELECT at, purpose, expires_on, subject_id, rule, records
              FROM vault_destruction
             WHERE seller_id = ?
             ORDER BY at DESC, expires_on DESC, purpose
             LIMIT ?
            """;

    /** Of more subjects the rows are left to {@link #removeRemains}: nobody's unreadability waits for another's rows. */
    private static final int MOST_ROWS_AT_ONCE = 100;

    private final SellerRows rows;
    private final SellerSecrets secrets;
    private final DestroyedSecrets destroyed;
    private final Remains remains;
    private final LedgerPosition position;
    private final ErasureLedger ledger;
    private final Clock clock;

    /** What is destroyed of the seller of these rows. */
    public Erasures(SellerRows rows, SellerSecrets secrets, ErasureLedger ledger, Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.destroyed = new DestroyedSecrets(rows);
        this.remains = new Remains(rows);
        this.position = new LedgerPosition(rows);
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Ends every purpose's day that has come, by destroying its bucket secret: this alone makes the records unreadable.
     * Doing it again ends nothing twice.
     *
     * @return what ended
     */
    public List<EndedDay> endDaysThatHaveCome() {
        var today = today();
        follow(behind());
        var due = destroyed.dueDays(today);
        if (!due.isEmpty()) {
            var head = ledger.append(
                    clock.instant(),
                    rows.seller(),
                    due.stream().map(DestroyedSecrets::ended).toList(),
                    "RETENTION");
            CrashPoint.reached("expire.in-ledger");
            destroyed.destroyDays(due, clock.instant());
            position.moveTo(head);
            CrashPoint.reached("expire.destroyed");
        }
        destroyed.endIndexMonths(today);
        return due;
    }

    /** Forgets subjects for purposes, at once and for good, by a rule's code. Rows of over a hundred follow, uncounted. */
    public List<Destruction> forget(Collection<SubjectId> asked, Set<Purpose> purposes, String rule) {
        var held = destroy(purposes.stream().collect(Collectors.toMap(each -> each, each -> asked)), rule)
                .held();
        return held.size() > MOST_ROWS_AT_ONCE ? uncounted(held, rule) : remains.removeOf(held, rule, clock.instant());
    }

    /**
     * Forgets each for the purposes they are asked to be forgotten for, all at once and for good, by a rule's code.
     *
     * @return how many had not been forgotten yet, by purpose
     */
    public Map<Purpose, Integer> forget(Map<Purpose, ? extends Collection<SubjectId>> asked, String rule) {
        var gone = destroy(asked, rule);
        if (gone.held().size() <= MOST_ROWS_AT_ONCE) {
            var unused = remains.removeOf(gone.held(), rule, clock.instant());
        }
        return gone.all().stream()
                .collect(Collectors.groupingBy(
                        Holding::purpose, () -> new EnumMap<>(Purpose.class), Collectors.summingInt(each -> 1)));
    }

    private Gone destroy(Map<Purpose, ? extends Collection<SubjectId>> asked, String rule) {
        follow(behind());
        var today = today();
        var forgotten = asked.entrySet().stream()
                .flatMap(of -> of.getValue().stream().map(subject -> new Holding(subject, of.getKey())))
                .distinct()
                .map(each -> new Forgotten(each, today, rule))
                .toList();
        // The destroying itself tells who was forgotten before, and waits for whoever seals. If the ledger does not
        // take
        // it, nothing was destroyed, whatever the caller makes of the failure.
        return rows.undoneUnlessItEnds(() -> {
            var gone = destroyed.destroySubjects(forgotten);
            if (!gone.all().isEmpty()) {
                var ended = gone.all().stream().map(DestroyedSecrets::ended).toList();
                var head = ledger.append(clock.instant(), rows.seller(), ended, rule);
                CrashPoint.reached("erase.in-ledger");
                position.moveTo(head);
                CrashPoint.reached("erase.destroyed");
            }
            return gone;
        });
    }

    /** Those of these subjects who were forgotten for the purpose. */
    public Set<SubjectId> forgotten(Purpose purpose, Collection<SubjectId> subjects) {
        return destroyed.forgotten(purpose, subjects);
    }

    /** Removes the rows of what has become unreadable; unreadability did not wait for it. */
    public void removeRemains() {
        remains.remove(today(), clock.instant());
    }

    /**
     * Brings the seller's data up to the erasure ledger, so that a database from a backup forgets again what it had
     * forgotten. Does nothing to a database that is up to it.
     *
     * @throws app.counterfoil.vault.ledger.LedgerDoesNotFit if ledger and database do not belong together
     * @throws app.counterfoil.vault.keys.KeysDoNotFit if the keys are older than the database
     */
    public Replayed followLedger() {
        secrets.refuseOlderKeys();
        var entries = behind();
        if (entries.isEmpty()) {
            return Replayed.NOTHING;
        }
        // By the ledger and not by the clock: a restore may happen on a machine whose clock nobody has looked at.
        var lastDay = entries.stream()
                .flatMap(entry -> entry.ended().day().stream())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        return follow(entries).plus(new Replayed(0, 0, 0, remains.remove(lastDay, clock.instant())));
    }

    /**
     * How many destructions stand in the erasure ledger and have not been carried out in this database: it is older than
     * the ledger, or a crash came in between. In a transaction of its own, since nobody destroys anything meanwhile.
     */
    public int outstanding() {
        return behind().size();
    }

    /** Whether what has been destroyed is what the erasure ledger says. */
    public LedgerCheck check() {
        return new LedgerComparison(rows, ledger).check();
    }

    /** The first of the days before today that should have ended and has not. */
    public Optional<LocalDate> overdueSince() {
        return rows.rows(row -> Columns.dayIfAny(row, "day"), OVERDUE, rows.seller(), today())
                .get(0);
    }

    /** What has ended, the latest first. */
    public List<Destruction> latest(int most) {
        return rows.rows(Destruction::in, LATEST, rows.seller(), most);
    }

    private List<Destruction> uncounted(List<Holding> held, String rule) {
        return held.stream()
                .map(each -> new Destruction(
                        clock.instant(), each.purpose(), Optional.empty(), Optional.of(each.subject()), rule, 0))
                .toList();
    }

    /** What the ledger says of the seller that has not been done here; from now on nobody else destroys anything of it. */
    private List<LedgerEntry> behind() {
        return ledger.after(position.lock(ledger.beginning()), rows.seller());
    }

    /**
     * Carries out what the ledger knows and this database does not: what a crash has kept from being done, or all since
     * the backup that the database comes from.
     */
    private Replayed follow(List<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return Replayed.NOTHING;
        }
        var days = new LinkedHashSet<EndedDay>();
        var forgotten = new LinkedHashMap<Holding, Forgotten>();
        for (var entry : entries) {
            var purpose = entry.ended().purpose();
            entry.ended().day().ifPresent(day -> days.add(new EndedDay(purpose, day)));
            entry.ended()
                    .subject()
                    .map(subject -> new Holding(subject, purpose))
                    .ifPresent(holding -> forgotten.put(
                            holding,
                            new Forgotten(holding, LocalDate.ofInstant(entry.at(), clock.getZone()), entry.rule())));
        }
        int ended = destroyed.destroyDays(days, clock.instant());
        int held = destroyed.destroySubjects(forgotten.values()).held().size();
        var last = entries.get(entries.size() - 1);
        position.moveTo(new Head(last.sequence(), last.hash()));
        return new Replayed(entries.size(), held, ended, 0);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
