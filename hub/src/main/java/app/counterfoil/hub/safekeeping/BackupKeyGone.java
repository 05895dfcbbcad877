package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.measure.Refusal;
import java.nio.file.Path;

/** The key under which a backup was made has been destroyed with its epoch, as it was meant to be. */
final class BackupKeyGone extends Refusal {

    BackupKeyGone(Path file, Header header) {
        super(
                "The backup " + file + " of " + header.madeAt() + " cannot be opened any more: its key, of epoch "
                        + header.epoch() + ", was destroyed when the backup horizon had passed.",
                "Take a backup that is younger than the horizon. That older ones do not open is what keeps people who were"
                        + " forgotten from coming back.");
    }
}
