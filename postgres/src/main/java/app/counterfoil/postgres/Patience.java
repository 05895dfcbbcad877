package app.counterfoil.postgres;

import java.time.Duration;

/**
 * How long a server is waited for and how often it is started again.
 *
 * @param silence how long it may say nothing at all while it comes up; one that says it is recovering has all the time
 * @param pause before the second start in a row; doubled for each further one
 * @param longestPause where the doubling ends
 * @param restarts how often in a row it is started again
 * @param steady how long it must have been up for the next end to be counted as the first
 */
record Patience(Duration silence, Duration pause, Duration longestPause, int restarts, Duration steady) {

    static final Patience USUAL = new Patience(
            Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofSeconds(30), 20, Duration.ofMinutes(5));

    /** The pause before this start in a row; before the first there is none. */
    Duration before(int attempt) {
        if (attempt <= 1) {
            return Duration.ZERO;
        }
        var doubled = pause.multipliedBy(1L << Math.min(20, attempt - 2));
        return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
    }
}
