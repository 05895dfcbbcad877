package app.counterfoil.postgres;

import java.nio.file.Path;
import java.util.Map;

/**
 * How an embedded server is to run.
 *
 * @param home the folder it lives in: data, password, log
 * @param binaries the folder its programs are unpacked into, once for each version
 * @param port the loopback port, or 0 for any free one
 * @param parameters further server parameters, such as {@code shared_buffers}; durability cannot be switched off
 */
public record EmbeddedPostgresSettings(Path home, Path binaries, int port, Map<String, String> parameters) {

    /** A server in this folder, on any free port. */
    public static EmbeddedPostgresSettings in(Path home) {
        var folder = home.toAbsolutePath().normalize();
        return new EmbeddedPostgresSettings(folder, folder.resolve("programs"), 0, Map.of());
    }

    /** The same with its programs in a folder that others share. */
    public EmbeddedPostgresSettings withBinaries(Path folder) {
        return new EmbeddedPostgresSettings(home, folder.toAbsolutePath().normalize(), port, parameters);
    }

    /** The same with further server parameters. */
    public EmbeddedPostgresSettings withParameters(Map<String, String> more) {
        return new EmbeddedPostgresSettings(home, binaries, port, Map.copyOf(more));
    }
}
