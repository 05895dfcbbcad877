package app.counterfoil.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The programs of the database server, unpacked once for all installations of a run: unpacking is nobody's measure. */
final class SharedPrograms {

    /** The setting that leads every hub of a program to them. */
    static final String SETTING = "counterfoil.postgres.programs";

    private SharedPrograms() {}

    /** Where they are or will be. */
    static Path folder() {
        share();
        return Path.of(System.getProperty(SETTING));
    }

    /** Leads every hub of this program to the same ones, if none have been named; a folder made for them goes with the run. */
    static synchronized void share() {
        if (System.getProperty(SETTING) != null) {
            return;
        }
        try {
            var made = Files.createTempDirectory("counterfoil-bench-programs");
            // The server may run as another user, who has to get in.
            made.toFile().setExecutable(true, false);
            made.toFile().setReadable(true, false);
            System.setProperty(SETTING, made.toString());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException left) {
            // In a folder for what may be deleted at any time.
            return;
        }
    }
}
