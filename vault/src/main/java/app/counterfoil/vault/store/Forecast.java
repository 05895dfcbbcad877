package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.List;

/** Looks ahead at what will end by itself, without opening anything. */
final class Forecast {

    private static final String BY_DAY =
            """
            SELECT purpose, expires_on, count(*) AS records, count(DISTINCT subject_id) AS subjects
              FROM vault_record
             WHERE seller_id = ? AND expires_on BETWEEN ? AND ?
             GROUP BY purpose, expires_on
             ORDER BY expires_on, purpose
            """;
    private static final String RESTRICTED =
            """
            SELECT record.subject_id, min(record.expires_on) AS expires_on
              FROM vault_restriction restriction
              JOIN vault_record record
                ON record.seller_id = restriction.seller_id AND record.subject_id = restriction.subject_id
             WHERE restriction.seller_id = ? AND record.seller_id = ? AND record.expires_on BETWEEN ? AND ?
             GROUP BY record.subject_id
             ORDER BY min(record.expires_on), record.subject_id
             LIMIT 200
            """;

    private final SellerRows rows;

    Forecast(SellerRows rows) {
        this.rows = rows;
    }

    List<Expected> byDay(LocalDate first, LocalDate last) {
        return rows.rows(
                row -> new Expected(
                        Purpose.valueOf(row.getString("purpose")),
                        SellerRows.day(row, "expires_on"),
                        row.getLong("records"),
                        row.getLong("subjects")),
                BY_DAY,
                rows.seller(),
                first,
                last);
    }

    List<Expected.Restricted> restricted(LocalDate first, LocalDate last) {
        return rows.rows(
                row -> new Expected.Restricted(
                        new SubjectId(SellerRows.id(row, "subject_id")), SellerRows.day(row, "expires_on")),
                RESTRICTED,
                rows.seller(),
                rows.seller(),
                first,
                last);
    }
}
