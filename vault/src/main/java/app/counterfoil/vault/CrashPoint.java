package app.counterfoil.vault;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A named moment at which a test ends the program as a power cut would, to see that the next start goes on from there.
 * The system property {@code counterfoil.crash} names it, as {@code label.bought}, or {@code epoch.step:3} for the third
 * time; without the property nothing ever happens.
 */
public final class CrashPoint {

    private static final String[] ASKED =
            System.getProperty("counterfoil.crash", "").split(":", 2);
    private static final String NAME = ASKED[0];
    private static final AtomicInteger LEFT = new AtomicInteger(ASKED.length > 1 ? Integer.parseInt(ASKED[1]) : 1);

    /** The exit code of a program that was killed. */
    private static final int KILLED = 137;

    private CrashPoint() {}

    /** Ends the program on the spot, with nothing tidied up, if this is the moment that was asked for. */
    public static void reached(String name) {
        if (!NAME.isEmpty() && NAME.equals(name) && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
