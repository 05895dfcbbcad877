package app.counterfoil.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The data folder of a server: made once, and freed of a server that was left behind. */
final class Cluster {

    /** Below this the server cannot write its own small files. */
    private static final long LEAST_ROOM = 64 * 1024;

    private final Path home;
    private final Path data;
    private final Path log;
    private final Programs programs;
    private final ServerUser user;

    Cluster(Path home, Programs programs, ServerUser user) {
        this.home = home;
        this.data = home.resolve("data");
        this.log = home.resolve("postgresql.log");
        this.programs = programs;
        this.user = user;
    }

    Path home() {
        return home;
    }

    Path log() {
        return log;
    }

    /** Makes the data folder beside its final place and moves it there whole, so that a crash leaves no half of one. */
    void makeUnlessThere(String superuser, String password) throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        var fresh = home.resolve("data.new");
        deleteAll(fresh);
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.own(fresh);
        var passwordFile = home.resolve("initdb.password");
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password);
        user.own(passwordFile);
        try {
            initdb(fresh, passwordFile, superuser);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The command that runs the server in the foreground. */
    List<String> serverCommand(int port, Map<String, String> parameters) {
        var command = new ArrayList<>(List.of(programs.path("postgres"), "-D", data.toString()));
        var all = new TreeMap<>(parameters);
        all.putAll(Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "fsync", "on",
                "full_page_writes", "on",
                "synchronous_commit", "on",
                "log_timezone", "UTC",
                // What the server logs must never show a value of a row.
                "log_error_verbosity", "terse",
                "log_min_error_statement", "panic",
                "log_parameter_max_length_on_error", "0"));
        all.forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        return user.run(command);
    }

    /**
     * Stops a server that outlived the program which started it.
     *
     * @throws FencedOff if another server has taken this one's place
     */
    void stopOrphan() throws IOException {
        Fence.refuseIfRaised(home);
        ServerProcess.stop(home);
    }

    private void initdb(Path into, Path passwordFile, String superuser) throws IOException {
        var command = user.run(List.of(
                programs.path("initdb"),
                "-D",
                into.toString(),
                "-U",
                superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        var process = BareProcess.of(command).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (await(process, 120) != 0) {
            Files.writeString(log, output);
            throw refusal(output, "making the data folder");
        }
    }

    /** The refusal that fits what the server said. */
    PostgresRefusal refusal(String said, String step) {
        // On a full disk the server cannot even write down why it ended.
        if (said.contains("No space left on device") || home.toFile().getUsableSpace() < LEAST_ROOM) {
            return new DiskFull(home);
        }
        if (said.contains("Permission denied")) {
            return new FolderUnusable(home, "the database server may not write there");
        }
        return new ServerDidNotStart(step, log);
    }

    private static int await(Process process, int seconds) throws IOException {
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            return -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
