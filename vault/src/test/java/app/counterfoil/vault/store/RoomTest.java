package app.counterfoil.vault.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class RoomTest {

    @TempDir
    private Path keys;

    @Test
    void theRoomOfOneDatabaseIsMadeInAnotherPieceByPiece() throws SQLException {
        var then = database("2026-01-15T09:00:00Z");
        var now = database("2031-06-15T09:00:00Z");
        var pieces = pieces(then);
        assertThat(pieces)
                .hasSizeGreaterThan(40)
                .anyMatch(piece -> piece.purpose().equals("DELIVERY"))
                .anyMatch(piece -> piece.purpose().isEmpty())
                .allMatch(piece -> piece.startsOn().isBefore(piece.endsBefore()))
                .isNotEqualTo(pieces(now));

        try (var connection = now.owner()) {
            new Room(connection).make(pieces);
            new Room(connection).make(pieces);
        }

        assertThat(pieces(now)).containsAll(pieces);
        assertThat(guards(now)).isEqualTo(pieces(now).size());
    }

    /** Without patience of its own it would wait for good, and everybody who seals would wait behind it. */
    @Test
    void roomIsNotMadeWhileSomebodyReadsOnAndOnAndIsMadeAfterwards() throws SQLException {
        var database = database("2026-01-15T09:00:00Z");
        var later = LocalDate.parse("2026-04-15");
        var before = pieces(database);
        try (var reading = database.owner();
                var statement = reading.createStatement();
                var making = database.owner()) {
            reading.setAutoCommit(false);
            statement.execute("SELECT count(*) FROM vault_record");
            giveUpSometime(making);
            assertThatThrownBy(() -> new Partitions(making).makeRoom(later))
                    .isInstanceOfSatisfying(VaultStoreFailed.class, failed -> assertThat(failed.sqlState())
                            .as("lock_not_available")
                            .isEqualTo("55P03"));
            reading.rollback();
            new Partitions(making).makeRoom(later);
        }
        assertThat(pieces(database)).containsAll(before).hasSizeGreaterThan(before.size());
    }

    private static void giveUpSometime(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = '30s'");
        }
    }

    private VaultDatabase database(String at) {
        return VaultDatabase.create(keys, Clock.fixed(Instant.parse(at), ZoneOffset.UTC));
    }

    private static List<Room.Piece> pieces(VaultDatabase database) throws SQLException {
        try (var connection = database.owner();
                var statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
            return new Room(connection).pieces();
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
