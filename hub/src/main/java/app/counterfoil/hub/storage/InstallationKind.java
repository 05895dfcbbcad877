package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.vault.files.LastingFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a folder is a demo's or a real installation's, written down at its first start. A demo on real data would hand
 * its credentials to the sandbox and let anybody turn its clock ahead, and what ends by that is gone for good.
 */
enum InstallationKind {
    DEMO("a demo"),
    REAL("a real installation");

    private static final String FILE = "kind";

    private final String words;

    InstallationKind(String words) {
        this.words = words;
    }

    /**
     * Notes the kind at the first start on the folder.
     *
     * @throws OfAnotherKind if the folder is of the other one
     */
    void require(Path home) {
        var file = home.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(home);
                LastingFiles.write(file, name() + "\n");
            } else if (!Files.readString(file).strip().equals(name())) {
                throw new OfAnotherKind(home, this);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A demo was to be started on a real installation, or the other way round. */
    static final class OfAnotherKind extends Refusal {

        OfAnotherKind(Path home, InstallationKind wished) {
            super(
                    home + " is the folder of " + (wished == DEMO ? REAL : DEMO).words + ", not of " + wished.words
                            + ".",
                    wished == DEMO
                            ? "Give the demo a folder of its own: ./counterfoil demo --home DIR."
                            : "Name another folder in COUNTERFOIL_HOME; nothing of a demo is ever used for real.");
        }
    }
}
