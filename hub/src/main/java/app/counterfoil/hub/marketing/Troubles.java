package app.counterfoil.hub.marketing;

import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.measure.Refusal;

/** Tells what comes in the way of one person from what comes in the way of all. */
final class Troubles {

    private Troubles() {}

    /** Whether the next one would meet it as well, so that a round ends with it. */
    static boolean meetsAll(Refusal why) {
        return !(why instanceof ServiceUnusable unusable) || unusable.kind() != ServiceUnusable.Kind.REFUSED;
    }
}
