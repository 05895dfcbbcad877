package app.counterfoil.postgres;

import static app.counterfoil.postgres.Standby.connect;
import static app.counterfoil.postgres.Standby.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether a primary waits for its standby before it confirms anything. It waits until the standby has it on its disk
 * ({@code synchronous_commit = on}) and not until it could be read there ({@code remote_apply}): a standby that takes over
 * applies all it has received before it answers, nobody reads from one, and each commit would wait for longer.
 */
public final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(20);

    private Waiting() {}

    /**
     * A standby as its primary sees it.
     *
     * @param name its name
     * @param following whether it receives what is written as it is written
     * @param waitedFor whether nothing is confirmed before it has it
     * @param bytesBehind how much of the log it has not yet on its disk
     */
    public record Standing(String name, boolean following, boolean waitedFor, long bytesBehind) {}

    /**
     * From now on nothing is confirmed that this standby has not on its disk, too. While it is away, nothing is confirmed
     * at all.
     *
     * @throws StandbyOutOfPlace if it does not follow within a minute
     * @throws CopyFailed if the primary does not answer
     */
    public static void beginFor(ServerAddress primary, String name) {
        try (var connection = connect(primary)) {
            await(connection, name, Standing::following);
            run(
                    connection,
                    "ALTER SYSTEM SET synchronous_standby_names = 'FIRST 1 (%s)'"
                            .formatted(new Following(name, "127.0.0.1", 0).name()));
            run(connection, "SELECT pg_reload_conf()");
            await(connection, name, Standing::waitedFor);
        } catch (SQLException refused) {
            throw new CopyFailed(refused);
        }
    }

    /**
     * From now on the primary confirms by itself, and those who wait are answered. What it confirms from here on can be
     * lost with it.
     *
     * @throws CopyFailed if the primary does not answer
     */
    public static void end(ServerAddress primary) {
        try (var connection = connect(primary)) {
            run(connection, "ALTER SYSTEM RESET synchronous_standby_names");
            run(connection, "SELECT pg_reload_conf()");
        } catch (SQLException refused) {
            throw new CopyFailed(refused);
        }
    }

    /**
     * Whether a server waits for a standby while none follows it: then whatever is written there hangs.
     *
     * @throws SQLException if the server does not answer
     */
    public static boolean isInVain(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        """
                        SELECT current_setting('synchronous_standby_names') <> ''
                               AND NOT EXISTS (SELECT FROM pg_stat_replication)
                        """)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** The standbys that were set up, those that are away included. */
    public static List<Standing> standings(ServerAddress primary) {
        try (var connection = connect(primary)) {
            return standings(connection);
        } catch (SQLException refused) {
            throw new CopyFailed(refused);
        }
    }

    private static List<Standing> standings(Connection connection) throws SQLException {
        var standings = new ArrayList<Standing>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        """
                        SELECT slot.slot_name,
                               COALESCE(sender.state = 'streaming', false) AS following,
                               COALESCE(sender.sync_state = 'sync', false) AS waited_for,
                               COALESCE(pg_current_wal_lsn() - COALESCE(sender.flush_lsn, slot.restart_lsn), 0) AS behind
                          FROM pg_replication_slots slot
                          LEFT JOIN pg_stat_replication sender ON sender.pid = slot.active_pid
                         WHERE slot.slot_type = 'physical'
                         ORDER BY slot.slot_name
                        """)) {
            while (row.next()) {
                standings.add(new Standing(row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getLong(4)));
            }
        }
        return List.copyOf(standings);
    }

    private interface Wished {
        boolean isIn(Standing standing);
    }

    private static void await(Connection connection, String name, Wished wished) throws SQLException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (standings(connection).stream()
                .noneMatch(standing -> standing.name().equals(name) && wished.isIn(standing))) {
            if (System.nanoTime() - until > 0) {
                throw StandbyOutOfPlace.doesNotFollow(name);
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }
}
