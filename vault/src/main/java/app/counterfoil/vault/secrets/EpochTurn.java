package app.counterfoil.vault.secrets;

import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.secrets.RenewalPlace.PassedBy;
import java.sql.Connection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Turns the epoch while everything goes on: makes a new epoch key, brings every key in the database under it, and
 * destroys epoch keys that are older than the backup horizon. Killed at any point, the next turn goes on where it stood.
 */
public final class EpochTurn {

    /** How many keys are brought under the new epoch in one transaction; so long an intake may have to wait. */
    private static final int STEP = 500;
    /** Lower than every epoch: the seller may need any of them. */
    private static final int NOBODY_KNOWS = 0;

    private final KeyRing keys;
    private final Duration horizon;

    /**
     * Turns these keys.
     *
     * @param horizon how long backups may bring people back: what was forgotten longer ago opens nowhere any more
     */
    public EpochTurn(KeyRing keys, Duration horizon) {
        this.keys = keys;
        this.horizon = horizon;
    }

    /** The sellers of the installation, and how to work on the keys of one in a transaction of its own. */
    public interface Sellers {

        /** All of them. */
        List<UUID> all();

        /** Brings the seller's data up to the erasure ledger. */
        void followLedger(UUID seller);

        /** Works on the seller's keys; done when the transaction has committed. */
        <T> T in(UUID seller, Function<Renewal, T> work);

        /** Works on what the database keeps for no seller; done when it returns. */
        void forNoSeller(Consumer<Connection> work);
    }

    /** What came of one seller's keys. */
    private record Outcome(RenewedKeys soFar, PassedBy passedBy) {}

    /**
     * Turns the epoch, or finishes a turn that was begun. What fails for one seller holds up nobody else's turn, and a
     * key that cannot be unwrapped holds up nothing: it is damaged, and no epoch that is kept for it would make it whole.
     *
     * @param progress is told after each step what has been done so far
     * @throws app.counterfoil.vault.keys.KeysUnavailable if the keys cannot be had; turning again goes on
     * @throws app.counterfoil.vault.keys.KeysDoNotFit if they are not the keys of the database, or older ones
     * @throws EpochNotTurned if something failed for some sellers, after all that could be done was done
     */
    public TurnedEpoch turn(Sellers sellers, Consumer<RenewedKeys> progress) {
        // Before it begins too: an old ring that was put back would make the next epoch a second time.
        confirmKeys(sellers);
        int epoch = keys.beginTurn();
        CrashPoint.reached("epoch.begun");
        confirmKeys(sellers);
        var failed = new LinkedHashMap<UUID, RuntimeException>();
        var unreadable = new LinkedHashMap<UUID, Integer>();
        var renewed = RenewedKeys.NONE;
        int oldest = epoch;
        for (var seller : sellers.all()) {
            var outcome = renew(sellers, seller, renewed, progress, failed);
            renewed = outcome.soFar();
            oldest = Math.min(oldest, oldest(sellers, seller, outcome.passedBy(), failed));
            if (outcome.passedBy().all() > 0) {
                unreadable.put(seller, outcome.passedBy().all());
            }
        }
        CrashPoint.reached("epoch.renewed");
        if (failed.isEmpty()) {
            return new TurnedEpoch(epoch, renewed, keys.finishTurn(horizon, oldest), Map.copyOf(unreadable));
        }
        var destroyed = keys.destroyBeyond(horizon, oldest);
        throw new EpochNotTurned(new TurnedEpoch(epoch, renewed, destroyed, Map.copyOf(unreadable)), failed);
    }

    /** Brings all keys of a seller under the new epoch; tells what has been done so far, for the sellers before as well. */
    private static Outcome renew(
            Sellers sellers,
            UUID seller,
            RenewedKeys before,
            Consumer<RenewedKeys> progress,
            Map<UUID, RuntimeException> failed) {
        var renewed = before;
        var place = RenewalPlace.START;
        try {
            // A command may be the first to work on a database from a backup: whom the ledger has forgotten stays
            // behind.
            sellers.followLedger(seller);
            while (!place.isDone()) {
                var step = step(sellers, seller, place);
                place = step.next();
                if (step.renewed().any()) {
                    renewed = renewed.plus(step.renewed());
                    CrashPoint.reached("epoch.step");
                    progress.accept(renewed);
                }
            }
        } catch (RuntimeException reason) {
            failed.put(seller, reason);
        }
        return new Outcome(renewed, place.passedBy());
    }

    private static int oldest(Sellers sellers, UUID seller, PassedBy passedBy, Map<UUID, RuntimeException> failed) {
        try {
            return sellers.in(seller, renewal -> renewal.oldestEpoch(passedBy));
        } catch (RuntimeException reason) {
            failed.putIfAbsent(seller, reason);
            return NOBODY_KNOWS;
        }
    }

    /** Nothing is brought under an epoch before the database remembers its key. */
    private void confirmKeys(Sellers sellers) {
        sellers.forNoSeller(connection -> InstallationKeys.confirm(keys, connection));
    }

    private static RenewalStep step(Sellers sellers, UUID seller, RenewalPlace from) {
        return sellers.in(seller, renewal -> renewal.step(STEP, from));
    }
}
