package app.counterfoil.hub.marketing;

import java.time.Instant;
import java.util.UUID;

/**
 * The exact words that people are shown. A version is never changed.
 *
 * @param id the wording
 * @param kind what the words are for
 * @param number its version, counted from 1 for each kind
 * @param words the words
 * @param madeAt when they were written
 */
public record Wording(UUID id, WordingKind kind, int number, String words, Instant madeAt) {

    /** How it is named, as in {@code Version 3}. */
    public String name() {
        return "Version " + number;
    }
}
