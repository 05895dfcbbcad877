package app.counterfoil.vault.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.store.VaultDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionsTest {

    @TempDir
    private Path keys;

    @Test
    void thePartitionsOfOneDatabaseAreAddedToAnother() throws SQLException {
        var then = database("2026-01-15T09:00:00Z");
        var now = database("2031-06-15T09:00:00Z");
        var partitions = partitions(then);
        assertThat(partitions)
                .hasSizeGreaterThan(40)
                .anyMatch(partition -> partition.purpose().equals("DELIVERY"))
                .anyMatch(partition -> partition.purpose().isEmpty())
                .allMatch(partition -> partition.startsOn().isBefore(partition.endsBefore()))
                .isNotEqualTo(partitions(now));

        try (var connection = now.owner()) {
            new Partitions(connection).add(partitions);
            new Partitions(connection).add(partitions);
        }

        assertThat(partitions(now)).containsAll(partitions);
        assertThat(guards(now)).isEqualTo(partitions(now).size());
    }

    /** Without patience of its own it would wait for good, and everybody who seals would wait behind it. */
    @Test
    void noPartitionIsAddedWhileSomebodyReadsOnAndOnAndAllAreAddedAfterwards() throws SQLException {
        var database = database("2026-01-15T09:00:00Z");
        var later = LocalDate.parse("2026-04-15");
        var before = partitions(database);
        try (var reading = database.owner();
                var statement = reading.createStatement();
                var making = database.owner()) {
            reading.setAutoCommit(false);
            statement.execute("SELECT count(*) FROM vault_record");
            giveUpSometime(making);
            assertThatThrownBy(() -> new Partitions(making).addAhead(later))
                    .as("lock_not_available")
                    .hasMessageContaining("SQL state 55P03");
            reading.rollback();
            new Partitions(making).addAhead(later);
        }
        assertThat(partitions(database)).containsAll(before).hasSizeGreaterThan(before.size());
    }

    private static void giveUpSometime(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = '30s'");
        }
    }

    private VaultDatabase database(String at) {
        var database = VaultDatabase.withoutRoom(keys, Clock.fixed(Instant.parse(at), ZoneOffset.UTC));
        database.addPartitions();
        return database;
    }

    private static List<Partition> partitions(VaultDatabase database) throws SQLException {
        try (var connection = database.owner();
                var statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
            return new Partitions(connection).all();
        }
    }

    private static long guards(VaultDatabase database) {
        return database.count(
                """
                SELECT count(*) FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid
                 WHERE relispartition AND relkind = 'r' AND relforcerowsecurity
                """);
    }
}
