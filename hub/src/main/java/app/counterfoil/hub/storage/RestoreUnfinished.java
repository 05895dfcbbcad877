package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.vault.files.LastingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A restore was begun on this folder and has not come to its end. Nothing opens there until it has: what somebody wanted
 * back is not there yet, and what they wanted replaced may still be.
 */
public final class RestoreUnfinished extends Refusal {

    private static final String MARKER = "restore.unfinished";

    private RestoreUnfinished(Path home) {
        super(
                "A restore into " + home + " was begun and has not come to its end.",
                "Run ./counterfoil restore with the same backup again; the database that was there before is kept.");
    }

    /**
     * Closes the folder until {@link #end}; survives the end of the program.
     *
     * @throws IOException if the marker cannot be written
     */
    public static void begin(Path home) throws IOException {
        Files.createDirectories(home);
        LastingFiles.write(home.resolve(MARKER), "A restore was begun here. Run it again.\n");
    }

    /**
     * Opens the folder again.
     *
     * @throws IOException if the marker cannot be removed
     */
    public static void end(Path home) throws IOException {
        Files.deleteIfExists(home.resolve(MARKER));
        LastingFiles.keepNames(home);
    }

    /** Whether the folder is closed. */
    public static boolean isIn(Path home) {
        return Files.exists(home.resolve(MARKER));
    }

    /** @throws RestoreUnfinished if the folder is closed */
    static void refuseIn(Path home) {
        if (isIn(home)) {
            throw new RestoreUnfinished(home);
        }
    }
}
