package app.counterfoil.hub.shell;

import java.util.Optional;

/** Tells the frame of a page that the clock has been moved, for training or by itself. */
public interface ClockBanner {

    /** The sentence to show on every page; empty while the clock tells the true time. */
    Optional<String> sentence();
}
