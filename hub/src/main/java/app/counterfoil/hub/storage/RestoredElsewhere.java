package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.Refusal;

/** A backup was to be restored into a server that is not ours to empty. */
final class RestoredElsewhere extends Refusal {

    RestoredElsewhere() {
        super(
                "The database is a server of your own, and a backup is restored into the embedded one alone.",
                "Bring the server back with its own backups, or restore without COUNTERFOIL_DB_URL into a folder of its own"
                        + " (--home DIR) that has the keys.");
    }
}
