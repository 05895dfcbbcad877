package app.counterfoil.hub.channel;

import app.counterfoil.hub.measure.Refusal;

/** The channel does not know its own mark any more, or what it listed has moved: the window is read again. */
public final class CursorLost extends Refusal {

    /** A lost cursor of the named channel. */
    public CursorLost(String channel) {
        super(channel + " lost the place in its list.", "Nothing to do: the list is read again from its beginning.");
    }
}
