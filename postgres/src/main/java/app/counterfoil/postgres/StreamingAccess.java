package app.counterfoil.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;

/** What a primary lets a standby do: read the log and nothing else, from where its copy begins. */
final class StreamingAccess {

    private static final String ROLE = "counterfoil_standby";

    /** The role may stream; no database lets it in. The first rule that fits decides, so these stand first. */
    private static final String RULES =
            """
            # The standby's role streams and does nothing else.
            host    replication     counterfoil_standby     127.0.0.1/32            scram-sha-256
            host    all             counterfoil_standby     all                     reject
            """;

    /** A standby that is away for longer has to be copied anew: a full disk would stop the primary, too. */
    private static final String MOST_LOG_KEPT = "8GB";

    private final Connection primary;

    StreamingAccess(Connection primary) {
        this.primary = primary;
    }

    /** Makes the role, or gives it this password again. */
    void admitRole(String password) throws SQLException {
        if (ask("SELECT count(*) FROM pg_roles WHERE rolname = ?", ROLE) == 0) {
            run("CREATE ROLE " + ROLE + " LOGIN REPLICATION NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS");
        }
        run("ALTER ROLE " + ROLE + " PASSWORD '" + password + "'");
    }

    /** Writes the rules for the role where the server reads whom it lets in. */
    void admitBy(Path data, ServerUser user) throws SQLException, IOException {
        var file = data.resolve("pg_hba.conf");
        var rules = Files.readString(file);
        if (!rules.startsWith(RULES)) {
            var fresh = data.resolve("pg_hba.conf.new");
            BaseCopy.text(data, user, fresh.getFileName().toString(), RULES + rules);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            BaseCopy.force(data);
        }
        run("SELECT pg_reload_conf()");
    }

    /**
     * Keeps the log from now on for this standby, until it has it.
     *
     * @throws StandbyOutOfPlace if one of that name follows just now
     */
    void keepLogFor(String name) throws SQLException {
        if (ask("SELECT count(*) FROM pg_replication_slots WHERE slot_name = ? AND active", name) > 0) {
            throw StandbyOutOfPlace.followsAlready(name);
        }
        keepLogNoLongerFor(name);
        if (ask("SELECT count(*) FROM pg_settings WHERE name = ? AND setting = '-1'", "max_slot_wal_keep_size") > 0) {
            run("ALTER SYSTEM SET max_slot_wal_keep_size = '" + MOST_LOG_KEPT + "'");
            run("SELECT pg_reload_conf()");
        }
        ask("SELECT count(*) FROM pg_create_physical_replication_slot(?, true)", name);
    }

    void keepLogNoLongerFor(String name) throws SQLException {
        ask("SELECT count(pg_drop_replication_slot(slot_name)) FROM pg_replication_slots WHERE slot_name = ?", name);
    }

    /** The standby's settings: whom it follows, and that it waits for nobody once it has taken over. */
    static String settings(Following following, int port, String password) {
        return """

                # A standby of %2$s:%3$d
                primary_conninfo = 'host=%2$s port=%3$d user=%4$s password=%5$s application_name=%1$s'
                primary_slot_name = '%1$s'
                hot_standby = on
                wal_retrieve_retry_interval = '500ms'
                synchronous_standby_names = ''
                """
                .formatted(following.name(), following.host(), port, ROLE, password);
    }

    private void run(String sql) throws SQLException {
        try (var statement = primary.createStatement()) {
            statement.execute(sql);
        }
    }

    private long ask(String question, String parameter) throws SQLException {
        try (var statement = primary.prepareStatement(question)) {
            statement.setString(1, parameter);
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }
}
