package app.counterfoil.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The process of the server that lives in a folder, whoever started it. */
final class ServerProcess {

    private static final int SECONDS_FOR_SHELL = 10;

    private ServerProcess() {}

    /** The server's first process; one that a stale file names and that is somebody else's is none. */
    static Optional<ProcessHandle> in(Path home) throws IOException {
        var data = home.resolve("data");
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,9}"))
                    .map(Long::parseLong)
                    .flatMap(ProcessHandle::of)
                    .filter(process -> isOurs(process, data));
        } catch (NoSuchFileException noneWasStarted) {
            return Optional.empty();
        }
    }

    /**
     * Stops the server of the folder, if there is one; that of another folder is left alone.
     *
     * @throws FolderInUse if it does not end
     */
    static void stop(Path home) throws IOException {
        var server = in(home);
        if (server.isEmpty()) {
            return;
        }
        signal(server.get(), "-INT");
        if (!gone(server.get(), 20)) {
            signal(server.get(), "-QUIT");
            if (!gone(server.get(), 10)) {
                throw new FolderInUse(home);
            }
        }
    }

    private static boolean isOurs(ProcessHandle process, Path data) {
        try {
            var commandLine = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return commandLine.contains(data.toString());
        } catch (IOException ended) {
            return false;
        }
    }

    private static void signal(ProcessHandle process, String signal) throws IOException {
        try {
            // The shell's own kill: a small system has no program of that name.
            new ProcessBuilder("sh", "-c", "kill $0 $1", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor(SECONDS_FOR_SHELL, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static boolean gone(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException | InterruptedException interrupted) {
            return !process.isAlive();
        }
    }
}
