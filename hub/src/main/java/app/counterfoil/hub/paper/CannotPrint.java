package app.counterfoil.hub.paper;

import app.counterfoil.hub.measure.Refusal;

/** A paper holds letters that cannot be printed. It names their script, never the text. */
public final class CannotPrint extends Refusal {

    private CannotPrint(String wrong, String mend) {
        super(wrong, mend);
    }

    static CannotPrint noFont(String script) {
        return new CannotPrint(
                "There are letters (" + script + ") that no font on this machine can print.",
                "Install a TrueType font that has them, such as Debian's fonts-droid-fallback, or name a folder of such"
                        + " fonts in the setting counterfoil.fonts; it is tried again by itself.");
    }

    static CannotPrint joins(String script) {
        return new CannotPrint(
                "There are letters (" + script + ") that join in ways our printing does not know.",
                "Ask the buyer for the name and address in Latin letters, and write this paper by hand until then.");
    }
}
