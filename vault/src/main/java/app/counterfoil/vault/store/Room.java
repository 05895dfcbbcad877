package app.counterfoil.vault.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The room there is for what is sealed and for the journal, piece by piece, so that it can be made again in another
 * database before rows are brought there.
 */
public final class Room {

    /** Bounds are read as they were given, whatever the session says about dates. */
    private static final String PIECES =
            """
            WITH piece AS (
                SELECT inhparent, pg_get_expr(relpartbound, oid) AS bound
                  FROM pg_class JOIN pg_inherits ON inhrelid = oid
                 WHERE relispartition AND relkind = 'r' AND relnamespace = 'counterfoil'::regnamespace
            ), list AS (
                SELECT oid, substring(pg_get_expr(relpartbound, oid) FROM 'FOR VALUES IN \\(''([A-Z_]+)''\\)') AS purpose
                  FROM pg_class JOIN pg_inherits ON inhrelid = oid
                 WHERE relkind = 'p' AND inhparent = 'counterfoil.vault_record'::regclass
            )
            SELECT coalesce(purpose, '') AS purpose,
                   substring(bound FROM 'FROM \\(''(\\d{4}-\\d{2}-\\d{2})[^'']*''\\)')::date AS starts_on,
                   substring(bound FROM 'TO \\(''(\\d{4}-\\d{2}-\\d{2})[^'']*''\\)')::date AS ends_before,
                   purpose IS NOT NULL OR inhparent = 'counterfoil.vault_journal'::regclass AS known
              FROM piece LEFT JOIN list ON list.oid = inhparent
             ORDER BY 1, 2
            """;

    private static final String MAKE_RECORDS =
            """
            SELECT vault_add_record_partition(purpose, starts_on, ends_before)
              FROM unnest(?::text[], ?::date[], ?::date[]) AS piece (purpose, starts_on, ends_before)
             WHERE purpose <> ''
            """;
    private static final String MAKE_JOURNAL =
            """
            SELECT vault_add_journal_partition(starts_on, ends_before)
              FROM unnest(?::text[], ?::date[], ?::date[]) AS piece (purpose, starts_on, ends_before)
             WHERE purpose = ''
            """;

    private final Connection connection;

    /** The room of the database of this connection, whose time zone has to be UTC. */
    public Room(Connection connection) {
        this.connection = connection;
    }

    /** A piece of time: of the records of a purpose, or of the journal where there is none. */
    public record Piece(String purpose, LocalDate startsOn, LocalDate endsBefore) {}

    /** The pieces there are, in an order that is always the same. */
    public List<Piece> pieces() {
        try (var statement = connection.prepareStatement(PIECES);
                var row = statement.executeQuery()) {
            var pieces = new ArrayList<Piece>();
            while (row.next()) {
                if (!row.getBoolean("known")) {
                    throw new IllegalStateException(
                            "There is a partition that belongs neither to records nor journal.");
                }
                pieces.add(new Piece(
                        row.getString("purpose"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_before", LocalDate.class)));
            }
            return List.copyOf(pieces);
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    /** Makes those pieces that are not there. */
    public void make(List<Piece> pieces) {
        for (var sql : List.of(MAKE_RECORDS, MAKE_JOURNAL)) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(
                        1, array("text", pieces.stream().map(Piece::purpose).toList()));
                statement.setArray(
                        2, array("date", pieces.stream().map(Piece::startsOn).toList()));
                statement.setArray(
                        3, array("date", pieces.stream().map(Piece::endsBefore).toList()));
                statement.execute();
            } catch (SQLException failed) {
                throw new VaultStoreFailed(failed);
            }
        }
    }

    private Array array(String type, List<?> elements) throws SQLException {
        return connection.createArrayOf(type, elements.toArray());
    }
}
