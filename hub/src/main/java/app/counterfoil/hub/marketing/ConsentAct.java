package app.counterfoil.hub.marketing;

/** Something that happened to somebody's consent. Stored by its name. */
public enum ConsentAct {
    /** They have said yes; what proves it stands beside it. */
    GIVEN("Said yes"),
    /** They have bought from the shop itself and did not refuse. */
    SOFT_OPT_IN("Bought, and did not refuse"),
    /** A letter with a link asked them to confirm it. */
    ASKED("Asked by letter to confirm"),
    /** They have confirmed it by the link. */
    CONFIRMED("Confirmed by the link"),
    /** They have withdrawn it. */
    WITHDRAWN("Withdrawn"),
    /** They have objected to marketing. */
    OBJECTED("Objected to marketing"),
    /** They did not confirm it in time, and their address was destroyed. */
    LAPSED("Not confirmed in time"),
    /** They have confirmed a later one, which stands in its place. */
    REPLACED("A later consent stands in its place"),
    /** They were forgotten at their own request. */
    ERASED("Erased at their request");

    private final String title;

    ConsentAct(String title) {
        this.title = title;
    }

    /** The act as people read it. */
    public String title() {
        return title;
    }

    /** The state that consent is in once it has ended by this. */
    ConsentState end() {
        return switch (this) {
            case WITHDRAWN -> ConsentState.WITHDRAWN;
            case OBJECTED -> ConsentState.OBJECTED;
            case LAPSED -> ConsentState.LAPSED;
            case REPLACED -> ConsentState.REPLACED;
            case ERASED -> ConsentState.ERASED;
            case GIVEN, SOFT_OPT_IN, ASKED, CONFIRMED -> throw new IllegalArgumentException("Nothing ends by " + this);
        };
    }

    /** Whether the person wants no marketing from then on, so that nobody may take their address in again. */
    boolean stops() {
        return this == WITHDRAWN || this == OBJECTED || this == ERASED;
    }
}
