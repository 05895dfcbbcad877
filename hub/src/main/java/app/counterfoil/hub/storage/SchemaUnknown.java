package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.Refusal;

/** The schema was to be brought to a version that this program does not have. */
final class SchemaUnknown extends Refusal {

    SchemaUnknown(String version) {
        super(
                "This program does not know version " + version + " of the database.",
                "Take the Counterfoil that it was made with, or a newer one.");
    }
}
