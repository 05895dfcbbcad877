package app.counterfoil.vault.store;

import app.counterfoil.vault.PartitionStep;
import app.counterfoil.vault.Purpose;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Keeps a partition ready for every day that anything may end on, and for every month of the journal. */
final class Partitions {

    /** The longest life of a purpose kept by months is 90 days; one month more for the way there. */
    private static final int MONTHS_AHEAD = 5;
    /** Ten years under OSS, counted from the end of an accounting period that may lie eighteen months ahead. */
    private static final int YEARS_AHEAD = 12;

    private final Connection connection;

    Partitions(Connection connection) {
        this.connection = connection;
    }

    void makeRoom(LocalDate today) {
        for (var purpose : Purpose.values()) {
            var step = purpose.partitionStep();
            var pieces = step == PartitionStep.MONTH ? MONTHS_AHEAD : YEARS_AHEAD;
            var start = step.startOf(today);
            for (int i = 0; i <= pieces; i++) {
                call("SELECT vault_add_record_partition(?, ?, ?)", purpose.name(), start, step.next(start));
                start = step.next(start);
            }
        }
        var month = PartitionStep.MONTH.startOf(today).minusMonths(1);
        for (int i = 0; i <= 3; i++) {
            call("SELECT vault_add_journal_partition(?, ?)", month, month.plusMonths(1));
            month = month.plusMonths(1);
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
