package app.counterfoil.hub.shell;

import app.counterfoil.hub.measure.Refusal;

/** Something was typed on the command line that the command does not know. */
public final class NotUnderstood extends Refusal {

    /** Names what was typed, and how it is typed right. */
    public NotUnderstood(String typed, String right) {
        super("\"" + typed + "\" is not understood here.", "Type: " + right + ".");
    }
}
