package app.counterfoil.vault.store;

import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.ledger.ErasureLedger.Head;
import app.counterfoil.vault.ledger.LedgerEntry;
import app.counterfoil.vault.store.DestroyedSecrets.Forgotten;
import app.counterfoil.vault.store.SubjectSecrets.Holding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Destroys in this order: the entry in the erasure ledger, the secret, the rows that have become unreadable, and what is
 * written down in the database of it.
 */
final class Destroyer {

    private static final String REMOVE_ENDED =
            """
            WITH gone AS (
                DELETE FROM vault_record record
                 WHERE record.seller_id = ? AND record.expires_on <= ?
                   AND EXISTS (SELECT 1 FROM vault_bucket_secret secret
                                WHERE secret.seller_id = ? AND secret.purpose = record.purpose
                                  AND secret.expires_on = record.expires_on AND secret.wrapped IS NULL)
                RETURNING record.purpose, record.expires_on)
            INSERT INTO vault_destruction (seller_id, destruction_id, at, purpose, expires_on, rule, records)
            SELECT ?, gen_random_uuid(), ?, purpose, expires_on, 'RETENTION', count(*)
              FROM gone
             GROUP BY purpose, expires_on
            RETURNING records
            """;

    private static final String REMOVE_FORGOTTEN =
            """
            WITH ended AS (
                SELECT * FROM unnest(?::uuid[], ?::text[]) AS ended (subject_id, purpose)),
            gone AS (
                DELETE FROM vault_record record
                 USING ended
                 WHERE record.seller_id = ? AND record.subject_id = ended.subject_id
                   AND record.purpose = ended.purpose
                RETURNING record.subject_id, record.purpose)
            INSERT INTO vault_destruction (seller_id, destruction_id, at, purpose, subject_id, rule, records)
            SELECT ?, gen_random_uuid(), ?, ended.purpose, ended.subject_id, ?,
                   (SELECT count(*) FROM gone
                     WHERE gone.subject_id = ended.subject_id AND gone.purpose = ended.purpose)
              FROM ended
            RETURNING at, purpose, expires_on, subject_id, rule, records
            """;
    private static final String REMOVE_LEFT_OF_FORGOTTEN =
            """
            WITH gone AS (
                DELETE FROM vault_record record
                 USING vault_subject_secret held
                 WHERE held.seller_id = ? AND held.wrapped IS NULL
                   AND record.seller_id = ? AND record.subject_id = held.subject_id AND record.purpose = held.purpose
                RETURNING record.purpose, record.subject_id, held.rule)
            INSERT INTO vault_destruction (seller_id, destruction_id, at, purpose, subject_id, rule, records)
            SELECT ?, gen_random_uuid(), ?, purpose, subject_id, rule, count(*)
              FROM gone
             GROUP BY purpose, subject_id, rule
            RETURNING records
            """;
    private static final String OVERDUE =
            """
            SELECT min(expires_on) AS day
              FROM vault_bucket_secret
             WHERE seller_id = ? AND expires_on < ? AND wrapped IS NOT NULL
            """;
    private static final String ENDED =
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
    private final SubjectSecrets subjects;
    private final DestroyedSecrets secrets;
    private final LedgerPosition position;
    private final ErasureLedger ledger;
    private final Clock clock;

    Destroyer(SellerRows rows, SubjectSecrets subjects, ErasureLedger ledger, Clock clock) {
        this.rows = rows;
        this.subjects = subjects;
        this.secrets = new DestroyedSecrets(rows);
        this.position = new LedgerPosition(rows);
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Destroys the bucket secrets of all days up to today; this alone makes their records unreadable. */
    List<EndedDay> endDays(LocalDate today) {
        follow(behind());
        var due = secrets.dueDays(today);
        if (!due.isEmpty()) {
            var head = ledger.append(
                    clock.instant(),
                    rows.seller(),
                    due.stream().map(DestroyedSecrets::ended).toList(),
                    "RETENTION");
            CrashPoint.reached("expire.in-ledger");
            secrets.destroyDays(due, clock.instant());
            position.moveTo(head);
            CrashPoint.reached("expire.destroyed");
        }
        secrets.endIndexMonths(today);
        return due;
    }

    /** Removes the rows of ended days and of forgotten subjects, and writes down how many they were. */
    long removeRemains(LocalDate today) {
        return removed(REMOVE_ENDED, rows.seller(), today, rows.seller(), rows.seller(), clock.instant())
                + removed(REMOVE_LEFT_OF_FORGOTTEN, rows.seller(), rows.seller(), rows.seller(), clock.instant());
    }

    List<Destruction> forget(Collection<SubjectId> asked, Set<Purpose> purposes, String rule, LocalDate today) {
        follow(behind());
        var holdings = purposes.stream()
                .flatMap(purpose -> asked.stream().distinct().map(subject -> new Holding(subject, purpose)))
                .sorted(SubjectSecrets.IN_ORDER)
                .toList();
        subjects.lock(holdings);
        var due = secrets.notForgottenYet(holdings);
        if (due.isEmpty()) {
            return List.of();
        }
        var head = ledger.append(
                clock.instant(),
                rows.seller(),
                due.stream().map(DestroyedSecrets::ended).toList(),
                rule);
        CrashPoint.reached("erase.in-ledger");
        var held = secrets.destroySubjects(
                due.stream().map(each -> new Forgotten(each, today, rule)).toList());
        position.moveTo(head);
        CrashPoint.reached("erase.destroyed");
        return held.size() > MOST_ROWS_AT_ONCE ? uncounted(held, rule) : removeForgotten(held, rule);
    }

    private List<Destruction> uncounted(List<Holding> held, String rule) {
        return held.stream()
                .map(each -> new Destruction(
                        clock.instant(), each.purpose(), Optional.empty(), Optional.of(each.subject()), rule, 0))
                .toList();
    }

    private List<Destruction> removeForgotten(List<Holding> held, String rule) {
        // A statement of its own: it sees what a transaction stored that the one before had to wait for.
        return rows.rows(
                Destroyer::destruction,
                REMOVE_FORGOTTEN,
                rows.array(
                        "uuid",
                        held.stream().map(each -> each.subject().value()).toList()),
                rows.array(
                        "text", held.stream().map(each -> each.purpose().name()).toList()),
                rows.seller(),
                rows.seller(),
                clock.instant(),
                rule);
    }

    /** Brings the seller's data up to the ledger, the rows included. */
    Replayed replay() {
        var entries = behind();
        if (entries.isEmpty()) {
            return Replayed.NOTHING;
        }
        // By the ledger and not by the clock: a restore may happen on a machine whose clock nobody has looked at.
        var lastDay = entries.stream()
                .flatMap(entry -> entry.ended().day().stream())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        return follow(entries).plus(new Replayed(0, 0, 0, removeRemains(lastDay)));
    }

    /** How many entries of the ledger have not been carried out here, once nobody is in the middle of carrying some out. */
    int outstanding() {
        return behind().size();
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
        subjects.lock(forgotten.keySet());
        int ended = secrets.destroyDays(days, clock.instant());
        int held = secrets.destroySubjects(List.copyOf(forgotten.values())).size();
        var last = entries.get(entries.size() - 1);
        position.moveTo(new Head(last.sequence(), last.hash()));
        return new Replayed(entries.size(), held, ended, 0);
    }

    private long removed(String sql, Object... parameters) {
        return rows.rows(row -> row.getLong("records"), sql, parameters).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The first day before this one that has not ended yet. */
    Optional<LocalDate> overdueBefore(LocalDate day) {
        return rows.rows(row -> Optional.ofNullable(row.getObject("day", LocalDate.class)), OVERDUE, rows.seller(), day)
                .get(0);
    }

    List<Destruction> ended(int most) {
        return rows.rows(Destroyer::destruction, ENDED, rows.seller(), most);
    }

    private static Destruction destruction(ResultSet row) throws SQLException {
        return new Destruction(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Purpose.valueOf(row.getString("purpose")),
                Optional.ofNullable(row.getObject("expires_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("subject_id", UUID.class)).map(SubjectId::new),
                row.getString("rule"),
                row.getInt("records"));
    }
}
