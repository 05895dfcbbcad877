package app.counterfoil.vault.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * The life of one epoch key.
 *
 * @param number counts from 1
 * @param made when it was made, business time
 * @param replaced when everything had been wrapped under its successor; empty while it is in use
 * @param destroyed when it was destroyed; empty while it is there
 */
public record Epoch(int number, Instant made, Optional<Instant> replaced, Optional<Instant> destroyed) {

    /** Whether backups made in it can still bring people back. */
    public boolean lives() {
        return destroyed.isEmpty();
    }
}
