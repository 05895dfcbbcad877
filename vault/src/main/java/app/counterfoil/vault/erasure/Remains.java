package app.counterfoil.vault.erasure;

import app.counterfoil.vault.secrets.Holding;
import app.counterfoil.vault.sql.SellerRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Removes the rows of what has become unreadable, and writes down how many they were. */
final class Remains {

    private static final String OF_ENDED_DAYS =
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
    private static final String OF_THE_FORGOTTEN =
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
    private static final String OF_THESE =
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

    private final SellerRows rows;

    Remains(SellerRows rows) {
        this.rows = rows;
    }

    /** Removes the rows of ended days up to that one and of all who were forgotten; tells how many they were. */
    long remove(LocalDate upTo, Instant now) {
        return removed(OF_ENDED_DAYS, rows.seller(), upTo, rows.seller(), rows.seller(), now)
                + removed(OF_THE_FORGOTTEN, rows.seller(), rows.seller(), rows.seller(), now);
    }

    /** Removes the rows of these, who have just been forgotten. */
    List<Destruction> removeOf(List<Holding> forgotten, String rule, Instant now) {
        if (forgotten.isEmpty()) {
            return List.of();
        }
        // A statement of its own: it sees what a transaction stored that the one before had to wait for.
        return rows.rows(
                Destruction::in,
                OF_THESE,
                rows.array("uuid", forgotten, each -> each.subject().value()),
                rows.array("text", forgotten, each -> each.purpose().name()),
                rows.seller(),
                rows.seller(),
                now,
                rule);
    }

    private long removed(String sql, Object... parameters) {
        return rows.rows(row -> row.getLong("records"), sql, parameters).stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
