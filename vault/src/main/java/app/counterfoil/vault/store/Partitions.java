package app.counterfoil.vault.store;

import app.counterfoil.vault.PartitionStep;
import app.counterfoil.vault.Purpose;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Keeps a partition ready for every day that anything may end on, and for every month of the journal; drops past ones. */
final class Partitions {

    /** The longest life of a purpose kept by months is 90 days; one month more for the way there. */
    private static final int MONTHS_AHEAD = 5;
    /** Ten years under OSS, counted from the end of an accounting period that may lie eighteen months ahead. */
    private static final int YEARS_AHEAD = 12;

    /** The month before, for entries on their way, and two ahead. */
    private static final int JOURNAL_MONTHS = 4;

    /** A piece waits for who reads there, such as a backup, and everybody else would wait behind it: not for long. */
    private static final String ADD_RECORDS =
            """
            WITH patience AS MATERIALIZED (SELECT set_config('lock_timeout', '2s', true))
            SELECT vault_add_record_partition(piece.purpose, piece.starts_on, piece.ends_before)
              FROM patience, unnest(?::text[], ?::date[], ?::date[]) AS piece (purpose, starts_on, ends_before)
            """;

    private static final String ADD_JOURNAL =
            """
            WITH patience AS MATERIALIZED (SELECT set_config('lock_timeout', '2s', true))
            SELECT vault_add_journal_partition(starts_on::date, (starts_on + interval '1 month')::date)
              FROM patience, (SELECT ?::date + number * interval '1 month'
                      FROM generate_series(0, ? - 1) AS month (number)) AS month (starts_on)
            """;

    private final Connection connection;

    Partitions(Connection connection) {
        this.connection = connection;
    }

    void makeRoom(LocalDate today) {
        var purposes = new ArrayList<String>();
        var starts = new ArrayList<LocalDate>();
        var ends = new ArrayList<LocalDate>();
        for (var purpose : Purpose.values()) {
            var step = purpose.partitionStep();
            var pieces = step == PartitionStep.MONTH ? MONTHS_AHEAD : YEARS_AHEAD;
            var start = step.startOf(today);
            for (int i = 0; i <= pieces; i++) {
                purposes.add(purpose.name());
                starts.add(start);
                ends.add(step.next(start));
                start = step.next(start);
            }
        }
        call(ADD_RECORDS, array("text", purposes), array("date", starts), array("date", ends));
        call(ADD_JOURNAL, PartitionStep.MONTH.startOf(today).minusMonths(1), JOURNAL_MONTHS);
    }

    int dropEnded() {
        try (var statement = connection.prepareStatement("SELECT vault_drop_ended_pieces()");
                var result = statement.executeQuery()) {
            return result.next() ? result.getInt(1) : 0;
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    private Array array(String type, List<?> elements) {
        try {
            return connection.createArrayOf(type, elements.toArray());
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    private void call(String sql, Object... parameters) {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }
}
