package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.SubjectSecrets.Holding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Destroys secrets, then the rows that have become unreadable, then writes down what has ended. */
final class Destroyer {

    private static final String END_DAYS =
            """
            UPDATE vault_bucket_secret
               SET wrapped = NULL, destroyed_at = ?
             WHERE seller_id = ? AND expires_on <= ? AND wrapped IS NOT NULL
            RETURNING purpose, expires_on
            """;
    private static final String END_INDEX_MONTHS =
            """
            DELETE FROM vault_index_key WHERE seller_id = ? AND month < ?
            """;
    private static final String REMOVE_ENDED =
            """
            WITH gone AS (
                DELETE FROM vault_record
                 WHERE seller_id = ? AND expires_on <= ?
                RETURNING purpose, expires_on)
            INSERT INTO vault_destruction (seller_id, destruction_id, at, purpose, expires_on, rule, records)
            SELECT ?, gen_random_uuid(), ?, purpose, expires_on, 'RETENTION', count(*)
              FROM gone
             GROUP BY purpose, expires_on
            """;
    /** Where there is no secret yet, its place is taken, so that a later download cannot make one. */
    private static final String FORGET =
            """
            INSERT INTO vault_subject_secret AS held (seller_id, subject_id, purpose, destroyed_on, rule)
            SELECT ?, asked.subject_id, asked.purpose, ?, ?
              FROM unnest(?::uuid[], ?::text[]) AS asked (subject_id, purpose)
            ON CONFLICT (seller_id, subject_id, purpose) DO UPDATE
               SET wrapped = NULL, destroyed_on = EXCLUDED.destroyed_on, rule = EXCLUDED.rule
             WHERE held.wrapped IS NOT NULL
            RETURNING held.subject_id, held.purpose, held.group_id IS NOT NULL AS was_held
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
            """;
    private static final String ENDING =
            """
            SELECT purpose, expires_on, count(*) AS records
              FROM vault_record
             WHERE seller_id = ? AND expires_on BETWEEN ? AND ?
             GROUP BY purpose, expires_on
             ORDER BY expires_on, purpose
            """;
    private static final String ENDED =
            """
            SELECT at, purpose, expires_on, subject_id, rule, records
              FROM vault_destruction
             WHERE seller_id = ?
             ORDER BY at DESC, expires_on DESC, purpose
             LIMIT ?
            """;

    private final SellerRows rows;
    private final SubjectSecrets secrets;
    private final Clock clock;

    Destroyer(SellerRows rows, SubjectSecrets secrets, Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Destroys the bucket secrets of all days up to today; this alone makes their records unreadable. */
    List<EndedDay> endDays(LocalDate today) {
        var ended = rows.rows(
                row -> new EndedDay(Purpose.valueOf(row.getString("purpose")), SellerRows.day(row, "expires_on")),
                END_DAYS,
                clock.instant(),
                rows.seller(),
                today);
        rows.change(END_INDEX_MONTHS, rows.seller(), today.withDayOfMonth(1));
        return ended;
    }

    /** Removes the rows of ended days and of forgotten subjects, and writes down how many they were. */
    void removeRemains(LocalDate today) {
        rows.change(REMOVE_ENDED, rows.seller(), today, rows.seller(), clock.instant());
        rows.change(REMOVE_LEFT_OF_FORGOTTEN, rows.seller(), rows.seller(), rows.seller(), clock.instant());
    }

    List<Destruction> forget(Collection<SubjectId> subjects, Set<Purpose> purposes, String rule, LocalDate today) {
        var asked = purposes.stream()
                .flatMap(purpose -> subjects.stream().map(subject -> new Holding(subject, purpose)))
                .sorted(SubjectSecrets.IN_ORDER)
                .toList();
        secrets.lock(asked);
        var ids = new ArrayList<UUID>();
        var names = new ArrayList<String>();
        rows.each(
                row -> {
                    if (row.getBoolean("was_held")) {
                        ids.add(SellerRows.id(row, "subject_id"));
                        names.add(row.getString("purpose"));
                    }
                },
                FORGET,
                rows.seller(),
                today,
                rule,
                rows.array("uuid", asked.stream().map(h -> h.subject().value()).toList()),
                rows.array("text", asked.stream().map(h -> h.purpose().name()).toList()));
        // A statement of its own: it sees what a transaction stored that the one before had to wait for.
        return rows.rows(
                Destroyer::destruction,
                REMOVE_FORGOTTEN,
                rows.array("uuid", ids),
                rows.array("text", names),
                rows.seller(),
                rows.seller(),
                clock.instant(),
                rule);
    }

    List<Ending> endingBetween(LocalDate first, LocalDate last) {
        return rows.rows(
                row -> new Ending(
                        Purpose.valueOf(row.getString("purpose")),
                        SellerRows.day(row, "expires_on"),
                        row.getLong("records")),
                ENDING,
                rows.seller(),
                first,
                last);
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
