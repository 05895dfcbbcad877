package app.counterfoil.vault.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
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
