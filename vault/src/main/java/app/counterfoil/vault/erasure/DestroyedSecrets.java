package app.counterfoil.vault.erasure;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.ledger.LedgerEntry.Ended;
import app.counterfoil.vault.secrets.Holding;
import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The statements that destroy secrets. What they destroy stands in the erasure ledger before their transaction is
 * committed.
 */
final class DestroyedSecrets {

    private static final String DUE_DAYS =
            """
            SELECT purpose, expires_on
              FROM vault_bucket_secret
             WHERE seller_id = ? AND expires_on <= ? AND wrapped IS NOT NULL
             ORDER BY purpose, expires_on
               FOR UPDATE
            """;
    private static final String DESTROY_DAYS =
            """
            UPDATE vault_bucket_secret secret
               SET wrapped = NULL, destroyed_at = ?
              FROM unnest(?::text[], ?::date[]) AS ended (purpose, day)
             WHERE secret.seller_id = ? AND secret.purpose = ended.purpose AND secret.expires_on = ended.day
               AND secret.wrapped IS NOT NULL
            """;
    /**
     * Where there is no secret yet, its place is taken, so that a later download cannot make one. It waits for whoever has
     * locked or made one of the secrets and has not committed, and then takes what that one has left: nobody has to be
     * locked before. Whoever was forgotten already is not among what it returns.
     */
    private static final String DESTROY_SUBJECTS =
            """
            INSERT INTO vault_subject_secret AS held (seller_id, subject_id, purpose, destroyed_on, rule)
            SELECT ?, ended.subject_id, ended.purpose, ended.day, ended.rule
              FROM unnest(?::uuid[], ?::text[], ?::date[], ?::text[]) AS ended (subject_id, purpose, day, rule)
            ON CONFLICT (seller_id, subject_id, purpose) DO UPDATE
               SET wrapped = NULL, destroyed_on = EXCLUDED.destroyed_on, rule = EXCLUDED.rule
             WHERE held.wrapped IS NOT NULL
            RETURNING held.subject_id, held.purpose, held.group_id IS NOT NULL AS was_held
            """;

    private static final String FORGOTTEN =
            """
            SELECT held.subject_id
              FROM unnest(?::uuid[]) AS asked (subject_id)
              JOIN vault_subject_secret held
                ON held.seller_id = ? AND held.subject_id = asked.subject_id AND held.purpose = ?
             WHERE held.wrapped IS NULL
            """;
    private static final String END_INDEX_MONTHS = "DELETE FROM vault_index_key WHERE seller_id = ? AND month < ?";

    /**
     * A subject to be forgotten for a purpose.
     *
     * @param holding who, and for what
     * @param day the day on which that was decided
     * @param rule why, as a code
     */
    record Forgotten(Holding holding, LocalDate day, String rule) {}

    /**
     * What was not forgotten before, in the order in which everybody locks.
     *
     * @param all everything that is forgotten now
     * @param held that of which there was a secret
     */
    record Gone(List<Holding> all, List<Holding> held) {}

    private final SellerRows rows;

    DestroyedSecrets(SellerRows rows) {
        this.rows = rows;
    }

    /** The days that have come and whose secrets are still there, locked. */
    List<EndedDay> dueDays(LocalDate today) {
        return rows.rows(
                row -> new EndedDay(Columns.purpose(row), Columns.day(row, "expires_on")),
                DUE_DAYS,
                rows.seller(),
                today);
    }

    /** Destroys the secrets of days; tells how many were still there. */
    int destroyDays(Collection<EndedDay> days, Instant now) {
        return days.isEmpty()
                ? 0
                : rows.change(
                        DESTROY_DAYS,
                        now,
                        rows.array("text", days, day -> day.purpose().name()),
                        rows.array("date", days, EndedDay::day),
                        rows.seller());
    }

    /** Removes the index keys of months that are over: tokens of them say nothing from now on. */
    void endIndexMonths(LocalDate today) {
        rows.change(END_INDEX_MONTHS, rows.seller(), today.withDayOfMonth(1));
    }

    /** Those of these subjects who were forgotten for the purpose. */
    Set<SubjectId> forgotten(Purpose purpose, Collection<SubjectId> subjects) {
        return new HashSet<>(rows.rows(
                Columns::subject,
                FORGOTTEN,
                rows.array("uuid", subjects, SubjectId::value),
                rows.seller(),
                purpose.name()));
    }

    /** Destroys the secrets of subjects, and gives what of it had not been destroyed before. */
    Gone destroySubjects(Collection<Forgotten> asked) {
        var gone = new Gone(new ArrayList<>(), new ArrayList<>());
        if (asked.isEmpty()) {
            return gone;
        }
        var forgotten = asked.stream()
                .sorted(Comparator.comparing(Forgotten::holding, Holding.IN_ORDER))
                .toList();
        rows.each(
                row -> {
                    var holding = Holding.in(row);
                    gone.all().add(holding);
                    if (row.getBoolean("was_held")) {
                        gone.held().add(holding);
                    }
                },
                DESTROY_SUBJECTS,
                rows.seller(),
                rows.array("uuid", forgotten, each -> each.holding().subject().value()),
                rows.array("text", forgotten, each -> each.holding().purpose().name()),
                rows.array("date", forgotten, Forgotten::day),
                rows.array("text", forgotten, Forgotten::rule));
        return gone;
    }

    /** What an ended day or a forgotten subject is called in the ledger. */
    static Ended ended(EndedDay day) {
        return Ended.day(day.purpose(), day.day());
    }

    static Ended ended(Holding holding) {
        return Ended.subject(holding.purpose(), holding.subject());
    }
}
