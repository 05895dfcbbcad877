package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.Refusal;

/** A command would work on a database that a hub of another version runs. */
final class AnotherVersion extends Refusal {

    AnotherVersion() {
        super(
                "The database is not of the version of this program.",
                "Stop the hub, start it once with this program, and ask again; or use the program that the hub runs with.");
    }
}
