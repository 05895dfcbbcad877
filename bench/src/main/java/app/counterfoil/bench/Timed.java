package app.counterfoil.bench;

import java.sql.SQLException;

/** Work whose time is taken. */
interface Timed {

    Object run() throws SQLException;

    /** How long the work took, in milliseconds. */
    static double millis(Timed work) throws SQLException {
        var begun = System.nanoTime();
        var unused = work.run();
        return (System.nanoTime() - begun) / 1e6;
    }
}
