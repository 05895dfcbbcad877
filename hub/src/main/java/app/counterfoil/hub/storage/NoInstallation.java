package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.Refusal;
import java.nio.file.Path;

/** A command was given a folder in which no hub has ever run. */
final class NoInstallation extends Refusal {

    NoInstallation(Path home) {
        super(
                "There is no installation in " + home + ".",
                "Name its folder in COUNTERFOIL_HOME, or after the command: --home DIR. That of a demo is .counterfoil/demo.");
    }
}
