package app.counterfoil.vault.keys;

import java.time.Duration;
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

    /** After a turn that came late, the last backups before it stay good for a day, so that there is time for a new one. */
    private static final Duration DAY_OF_GRACE = Duration.ofDays(1);

    /**
     * From when on the next turn destroys its key, and older backups bring nobody back by it.
     *
     * @param horizon how long after the beginning of an epoch backups of it may bring people back
     * @param now the present moment, in which an epoch that is in use would be replaced
     */
    public Instant ends(Duration horizon, Instant now) {
        var gone = replaced.orElse(now);
        // What a clock ahead of time has made cannot have been made after its end.
        var byHorizon = (made.isBefore(gone) ? made : gone).plus(horizon);
        var byReplacement = gone.plus(DAY_OF_GRACE);
        return byHorizon.isAfter(byReplacement) ? byHorizon : byReplacement;
    }

    /** The epoch as one that has a successor, from now on if it had none before. */
    Epoch replacedBy(Instant now) {
        return new Epoch(number, made, replaced.or(() -> Optional.of(now)), destroyed);
    }

    Epoch destroyedAt(Instant now) {
        return new Epoch(number, made, replaced, Optional.of(now));
    }

    /** Whether backups made in it can still bring people back. */
    public boolean lives() {
        return destroyed.isEmpty();
    }
}
