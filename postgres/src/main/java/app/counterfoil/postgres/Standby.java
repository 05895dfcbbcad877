package app.counterfoil.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * A second server that holds the same data and takes over when the first is lost. It is a copy of the running primary in
 * a folder of its own, follows its log, and is started like any other embedded server.
 */
public final class Standby {

    private static final String SIGNAL = "standby.signal";

    private Standby() {}

    /**
     * Copies the running server of a folder into another one, where the next start follows it. The primary goes on
     * meanwhile, and keeps its port and its log for the copy from then on; nothing is kept if this fails.
     *
     * @param primary the folder of the running server
     * @param folder where the copy is made; holds no database yet
     * @throws NoServerRuns if no server runs in the folder
     * @throws FolderHoldsData if there is one where the copy is to be
     * @throws FolderInUse if somebody else works there
     * @throws StandbyOutOfPlace if a standby of that name follows already
     * @throws CopyFailed if the primary refuses
     * @throws FolderUnusable if one of the folders cannot be read or written
     * @throws DiskFull if there is no room for it
     */
    public static void copy(Path primary, Path folder, Following following) {
        var from = primary.toAbsolutePath().normalize();
        var home = folder.toAbsolutePath().normalize();
        var server = EmbeddedPostgres.running(from).orElseThrow(() -> new NoServerRuns(from));
        try {
            Files.createDirectories(home);
            var lock = FolderLock.of(home);
            try (var connection = connect(server)) {
                if (Files.exists(home.resolve("data"))) {
                    throw new FolderHoldsData(home);
                }
                // A primary that waits for a lost standby must still let itself be copied for the next one.
                run(connection, "SET synchronous_commit = local");
                copy(connection, from, home, following);
            } finally {
                lock.release();
            }
        } catch (SQLException refused) {
            throw new CopyFailed(refused);
        } catch (IOException failed) {
            throw FolderUnusable.toldBy(home, failed);
        }
    }

    /**
     * Has the standby take over: it applies what it has received, then takes orders. The old primary has to be fenced off
     * before, or both do.
     *
     * @throws StandbyOutOfPlace if it is no standby, or is not done after five minutes
     * @throws CopyFailed if it does not answer
     */
    public static void promote(ServerAddress standby) {
        try (var connection = connect(standby)) {
            if (!ask(connection, "SELECT pg_is_in_recovery()::text").equals("true")) {
                throw StandbyOutOfPlace.isNone(standby.jdbcUrl());
            }
            if (!ask(connection, "SELECT pg_promote(true, 300)::text").equals("true")) {
                throw StandbyOutOfPlace.takesLong(standby.jdbcUrl());
            }
            run(connection, "ALTER SYSTEM RESET primary_conninfo");
            run(connection, "ALTER SYSTEM RESET primary_slot_name");
            run(connection, "SELECT pg_reload_conf()");
        } catch (SQLException refused) {
            throw new CopyFailed(refused);
        }
    }

    /** Refuses a folder whose server follows another one. */
    public static void refuseIfFollowing(Path folder) {
        if (isFollowing(folder)) {
            throw StandbyOutOfPlace.isNotPromoted(folder.toString());
        }
    }

    static boolean isFollowing(Path folder) {
        return Files.exists(folder.resolve("data").resolve(SIGNAL));
    }

    private static void copy(Connection connection, Path from, Path home, Following following)
            throws SQLException, IOException {
        var port = Integer.parseInt(ask(connection, "SHOW port"));
        var password = PasswordFile.readOrMake(from.resolve("standby.password"));
        var access = new StreamingAccess(connection);
        access.admitRole(password);
        access.admitBy(from.resolve("data"), ServerUser.forFolder(from));
        access.keepLogFor(following.name());
        var fresh = home.resolve("data.new");
        try {
            PinnedPort.pin(from, port);
            deleteAll(fresh);
            var user = ServerUser.forFolder(home);
            BaseCopy.make(connection, from.resolve("data"), fresh, user);
            var settings = Files.readString(fresh.resolve("postgresql.auto.conf"));
            var seen = following.port() == 0 ? port : following.port();
            BaseCopy.text(
                    fresh,
                    user,
                    "postgresql.auto.conf",
                    settings + StreamingAccess.settings(following, seen, password));
            BaseCopy.text(fresh, user, SIGNAL, "");
            copyPasswords(from, home);
            Files.move(fresh, home.resolve("data"), StandardCopyOption.ATOMIC_MOVE);
            BaseCopy.force(home);
        } catch (IOException | SQLException | RuntimeException failed) {
            // Log that nobody will ever fetch would fill the primary's disk.
            access.keepLogNoLongerFor(following.name());
            deleteAll(fresh);
            throw failed;
        }
    }

    /** The roles are copied with the data, so their passwords have to be the same. */
    private static void copyPasswords(Path from, Path home) throws IOException {
        try (var files = Files.newDirectoryStream(from, "*.password")) {
            for (var file : files) {
                var target = home.resolve(file.getFileName());
                try {
                    Files.createFile(
                            target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                } catch (FileAlreadyExistsException ofAnEarlierCopy) {
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
                }
                Files.writeString(target, Files.readString(file));
                BaseCopy.force(target);
            }
        }
    }

    private static void deleteAll(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var inside = Files.walk(folder)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Connection connect(ServerAddress server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    static String ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(question)) {
            result.next();
            return result.getString(1);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
