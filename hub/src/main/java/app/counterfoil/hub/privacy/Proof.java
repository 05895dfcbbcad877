package app.counterfoil.hub.privacy;

import java.util.List;

/**
 * What proves that a promise is kept.
 *
 * @param tests the tests that would fail if it were not, by their names
 * @param live what is looked at in the running system
 * @param missing what there is not yet, so that it cannot be said to be kept; empty if nothing is missing
 */
record Proof(List<String> tests, List<LiveProof> live, String missing) {

    /** Copies the lists. */
    public Proof {
        tests = List.copyOf(tests);
        live = List.copyOf(live);
    }

    /** These tests. */
    static Proof by(String... tests) {
        return new Proof(List.of(tests), List.of(), "");
    }

    /** Nothing proves it: that is not there yet. */
    static Proof missing(String what) {
        return new Proof(List.of(), List.of(), what);
    }

    /** And these looks at the running system. */
    Proof and(LiveProof... looks) {
        return new Proof(tests, List.of(looks), missing);
    }

    /** But that is not there yet. */
    Proof but(String notThere) {
        return new Proof(tests, live, notThere);
    }
}
