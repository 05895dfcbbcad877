package app.counterfoil.hub.channel;

import java.util.HashSet;
import java.util.Set;

/**
 * The fields of a channel's orders that are taken in, by name; all others are dropped before anything is kept.
 *
 * @param texts fields with free text, in which card numbers are masked, and the parts that hold others
 * @param codes numbers and codes, kept as they are: one in ten order numbers would pass for a card number
 */
public record TakenIn(Set<String> texts, Set<String> codes) {

    /** Whether a field of this name is taken in. */
    boolean has(String field) {
        return texts.contains(field) || codes.contains(field);
    }

    /** All names. */
    public Set<String> all() {
        var all = new HashSet<>(texts);
        all.addAll(codes);
        return Set.copyOf(all);
    }
}
