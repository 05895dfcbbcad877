package app.counterfoil.vault.store;

import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Looks ahead at what will end by itself, without opening anything. */
public final class Forecast {

    private static final String BY_DAY =
            """
            SELECT purpose, expires_on, count(*) AS records, count(DISTINCT subject_id) AS subjects
              FROM vault_record
             WHERE seller_id = ? AND expires_on BETWEEN ? AND ?
             GROUP BY purpose, expires_on
             ORDER BY expires_on, purpose
            """;

    private final SellerRows rows;
    private final Clock clock;

    Forecast(SellerRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** What is expected to end from tomorrow up to that day, by purpose and day, and on how many subjects. */
    public List<Expected> until(LocalDate last) {
        return rows.rows(
                row -> new Expected(
                        Columns.purpose(row),
                        Columns.day(row, "expires_on"),
                        row.getLong("records"),
                        row.getLong("subjects")),
                BY_DAY,
                rows.seller(),
                LocalDate.now(clock).plusDays(1),
                last);
    }
}
