package app.counterfoil.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of its own that runs an embedded server until it is killed; it tells its address, or why it refused. */
final class HeldServer implements AutoCloseable {

    private final Process process;
    private final String said;

    private HeldServer(Process process, String said) {
        this.process = process;
        this.said = said;
    }

    public static void main(String[] arguments) throws IOException {
        try {
            var settings = EmbeddedPostgresSettings.in(Path.of(arguments[0])).withBinaries(Path.of(arguments[1]));
            var server = EmbeddedPostgres.start(settings);
            var address = server.superuser();
            System.out.println("UP " + address.jdbcUrl() + " " + address.password());
            System.in.read();
            server.close();
        } catch (PostgresRefusal refusal) {
            System.out.println("REFUSED " + refusal.getClass().getSimpleName() + " " + refusal.getMessage());
        }
    }

    static HeldServer start(Path home, Path binaries, String... before) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.concat(
                        Stream.of(before),
                        List.of(
                                java,
                                "-Xmx128m",
                                "-cp",
                                readableByAll(),
                                HeldServer.class.getName(),
                                home.toString(),
                                binaries.toString())
                                .stream())
                .toList();
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var line = new StringBuilder();
        for (int c = process.getInputStream().read();
                c >= 0 && c != '\n';
                c = process.getInputStream().read()) {
            line.append((char) c);
        }
        return new HeldServer(process, line.toString());
    }

    /** The class path where every user can read it: a local Maven repository is often closed to others. */
    private static String readableByAll() throws IOException {
        var folder = Files.createDirectories(Path.of("target/class-path").toAbsolutePath());
        var entries = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var path = Path.of(entry);
            if (Files.isDirectory(path)) {
                entries.add(entry);
            } else if (Files.exists(path)) {
                var copy = folder.resolve(path.getFileName());
                if (!Files.exists(copy)) {
                    Files.copy(path, copy);
                }
                entries.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    String said() {
        return said;
    }

    ServerAddress address() {
        var parts = said.split(" ", -1);
        return new ServerAddress(parts[1], "postgres", parts[2]);
    }

    /** Ends the program as a power cut would: no shutdown hook runs. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The shell between the program and the server. */
    Optional<ProcessHandle> guard() {
        return process.children().findFirst();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
