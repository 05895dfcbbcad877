package app.counterfoil.hub.rights;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An order that a request may be about.
 *
 * @param order the order
 * @param foundBy by what it was found
 * @param theirs whether it is taken to be the requester's
 * @param side which of its people they are
 */
public record FoundOrder(UUID order, Set<Clue> foundBy, boolean theirs, Side side) {

    /** Copies the set. */
    public FoundOrder {
        foundBy = Set.copyOf(foundBy);
    }

    /** One whose people are not told apart. */
    FoundOrder(UUID order, Set<Clue> foundBy, boolean theirs) {
        this(order, foundBy, theirs, Side.BOTH);
    }

    /** By what it was found, in words. */
    public String inWords() {
        return foundBy.stream().sorted().map(Clue::title).collect(Collectors.joining(", "));
    }

    String codes() {
        return foundBy.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    static Set<Clue> clues(String[] codes) {
        var clues = EnumSet.noneOf(Clue.class);
        Arrays.stream(codes).map(Clue::valueOf).forEach(clues::add);
        return clues;
    }
}
