package app.counterfoil.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** A server that another program runs in a folder, found by what it wrote down there. */
final class RunningServer {

    /** The port stands in the fourth line of the server's own file; it is written before the server answers. */
    private static final int PORT_LINE = 3;

    private static final int SECONDS_TO_ANSWER = 30;

    private RunningServer() {}

    static Optional<ServerAddress> in(Path home, String superuser) {
        var data = home.resolve("data");
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() <= PORT_LINE || !lines.get(PORT_LINE).strip().matches("\\d{1,5}")) {
                return Optional.empty();
            }
            var password = Files.readString(home.resolve("superuser.password")).strip();
            var address = ServerAddress.onLoopback(
                    Integer.parseInt(lines.get(PORT_LINE).strip()), superuser, password);
            return livesIn(data, address) ? Optional.of(address) : Optional.empty();
        } catch (NoSuchFileException nothingRuns) {
            return Optional.empty();
        } catch (IOException failed) {
            throw FolderUnusable.toldBy(home, failed);
        }
    }

    /** A stale file may name a port that is another server's by now, and a copied folder shares the password. */
    private static boolean livesIn(Path data, ServerAddress address) throws IOException {
        try (var connection = DriverManager.getConnection(
                        address.with("loginTimeout", Integer.toString(SECONDS_TO_ANSWER)),
                        address.user(),
                        address.password());
                var statement = connection.createStatement();
                var result = statement.executeQuery("SHOW data_directory")) {
            result.next();
            var its = Path.of(result.getString(1));
            return Files.exists(its) && Files.isSameFile(its, data);
        } catch (SQLException noAnswer) {
            return false;
        }
    }
}
