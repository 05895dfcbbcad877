package app.counterfoil.hub.rights;

import app.counterfoil.vault.Purpose;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of an order's two people a requester is, where it names two, as with a gift: what tells of the other is neither given
 * to them nor destroyed for them (Art 15(4)). Stored by its name.
 */
public enum Side {
    /** Both, or it is not told apart. */
    BOTH("Both, or not told apart"),
    /** The one it goes to. */
    RECIPIENT("The one it goes to"),
    /** The one who bought it. */
    BUYER("The one who bought it");

    private final String title;

    Side(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** Whether what is held for that purpose is about this one alone. */
    boolean has(Purpose purpose) {
        return switch (this) {
            case BOTH -> true;
            case RECIPIENT -> purpose == Purpose.DELIVERY || purpose == Purpose.LABEL;
            case BUYER -> purpose == Purpose.SERVICE || purpose == Purpose.TAX_RECORD;
        };
    }

    /** The purposes for which what is held is about this one alone. */
    Set<Purpose> purposes() {
        return Stream.of(Purpose.values()).filter(this::has).collect(Collectors.toUnmodifiableSet());
    }
}
