package app.counterfoil.hub.payout;

/** What came of looking at a difference. There is no free text: it would be about people. Stored by its name. */
public enum LookNote {
    /** It is as it should be. */
    RIGHT("It is right as it is"),
    /** A later settlement brings it. */
    LATER("It comes in a later settlement"),
    /** The channel was asked. */
    ASKED("The channel is asked"),
    /** The books have it already. */
    BY_HAND("Entered in the books by hand"),
    /** Another shop or program has the order. */
    ELSEWHERE("Of another shop or program"),
    /** It is not worth the work. */
    SMALL("Too small to follow up");

    private final String title;

    LookNote(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }
}
