package app.counterfoil.vault.partition;

import app.counterfoil.vault.PartitionStep;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The partitions that sealed records and the journal lie in. There is one for every day that anything may end on, and
 * for every month of the journal; those that are past and empty are dropped.
 */
public final class Partitions {

    /** The longest life of a purpose kept by months is 90 days; one month more for the way there. */
    private static final int MONTHS_AHEAD = 5;
    /** Ten years under OSS, counted from the end of an accounting period that may lie eighteen months ahead. */
    private static final int YEARS_AHEAD = 12;

    /** The month before, for entries on their way, and two ahead. */
    private static final int JOURNAL_MONTHS = 4;

    /** What stands in the place of a purpose. */
    private static final String JOURNAL = "";

    /** A partition waits for who reads there, such as a backup, and everybody else would wait behind it: not for long. */
    private static final String FOR_TWO_SECONDS =
            "WITH patience AS MATERIALIZED (SELECT set_config('lock_timeout', '2s', true))";

    private static final String AS_LONG_AS_IT_TAKES = "WITH patience AS (SELECT 1)";

    private static final String ADD_RECORDS =
            """
            SELECT vault_add_record_partition(piece.purpose, piece.starts_on, piece.ends_before)
              FROM patience, unnest(?::text[], ?::date[], ?::date[]) AS piece (purpose, starts_on, ends_before)
             WHERE piece.purpose <> ''
            """;
    private static final String ADD_JOURNAL =
            """
            SELECT vault_add_journal_partition(piece.starts_on, piece.ends_before)
              FROM patience, unnest(?::text[], ?::date[], ?::date[]) AS piece (purpose, starts_on, ends_before)
             WHERE piece.purpose = ''
            """;

    /** Bounds are read as they were given, whatever the session says about dates. */
    private static final String ALL =
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

    private final Statements database;

    /** The partitions of the database of this connection, whose time zone has to be UTC. */
    public Partitions(Connection connection) {
        this.database = new Statements(connection);
    }

    /** Adds those that records and journal entries of the coming time need; asked whenever a day has turned. */
    public void addAhead(LocalDate today) {
        var ahead = new ArrayList<Partition>();
        for (var purpose : Purpose.values()) {
            var step = purpose.partitionStep();
            var more = step == PartitionStep.MONTH ? MONTHS_AHEAD : YEARS_AHEAD;
            ahead.addAll(following(purpose.name(), step, step.startOf(today), more + 1));
        }
        var month = PartitionStep.MONTH;
        ahead.addAll(following(JOURNAL, month, month.startOf(today).minusMonths(1), JOURNAL_MONTHS));
        add(FOR_TWO_SECONDS, ahead);
    }

    /**
     * Drops those whose days are all past and that hold no row; the database itself decides what is past, see the
     * function.
     *
     * @return how many were dropped
     */
    public int dropEnded() {
        return database.rows(row -> row.getInt(1), "SELECT vault_drop_ended_pieces()")
                .get(0);
    }

    /** All there are, in an order that is always the same; so that they can be made in another database. */
    public List<Partition> all() {
        return List.copyOf(database.rows(Partitions::partition, ALL));
    }

    /** Adds those of these that are not there. */
    public void add(List<Partition> partitions) {
        add(AS_LONG_AS_IT_TAKES, partitions);
    }

    private void add(String patience, List<Partition> partitions) {
        for (var add : List.of(ADD_RECORDS, ADD_JOURNAL)) {
            database.each(
                    row -> {},
                    patience + "\n" + add,
                    database.array("text", partitions, Partition::purpose),
                    database.array("date", partitions, Partition::startsOn),
                    database.array("date", partitions, Partition::endsBefore));
        }
    }

    private static List<Partition> following(String purpose, PartitionStep step, LocalDate first, int count) {
        return Stream.iterate(first, step::next)
                .limit(count)
                .map(start -> new Partition(purpose, start, step.next(start)))
                .toList();
    }

    private static Partition partition(ResultSet row) throws SQLException {
        if (!row.getBoolean("known")) {
            throw new IllegalStateException("There is a partition that belongs neither to records nor journal.");
        }
        return new Partition(row.getString("purpose"), Columns.day(row, "starts_on"), Columns.day(row, "ends_before"));
    }
}
