package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.measure.Refusal;
import java.nio.file.Path;

/** The keys in the folder of the installation are not those that a backup was made under. */
final class BackupOfOtherKeys extends Refusal {

    BackupOfOtherKeys(Path file) {
        super(
                "The backup " + file + " was made under other keys than those in the folder keys.",
                "Put the keys of the installation that made it there, from their copy, and restore again.");
    }
}
