package app.counterfoil.hub.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * What the machine knows of time: the wall clock, which anybody may set who rules the machine or its network, and how
 * long it has been running, which nobody can.
 */
interface Machine {

    /** What the wall clock shows. */
    Instant wall();

    /** How long the machine has been running, sleep included. */
    Duration uptime();

    /** Names the running of the machine that {@link #uptime} is counted in; another after each start of it. */
    String boot();
}
