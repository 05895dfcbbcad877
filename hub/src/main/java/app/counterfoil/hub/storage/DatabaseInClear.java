package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.Refusal;

/** An outside database would be spoken to over the network without knowing that it is the one meant. */
final class DatabaseInClear extends Refusal {

    DatabaseInClear(String host) {
        super(
                "Whoever stands between here and the database at " + host + " could read its passwords and all rows.",
                "Add sslmode=verify-full and sslrootcert=… to COUNTERFOIL_DB_URL (docs/two-sites.md shows how). Where"
                        + " nobody else is on that network, say so: COUNTERFOIL_DB_INCLEAR=true.");
    }
}
