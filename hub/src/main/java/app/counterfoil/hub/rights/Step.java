package app.counterfoil.hub.rights;

/** A step in dealing with a request. Stored by its name. */
public enum Step {
    /** It was written down. */
    TAKEN_IN("Taken in"),
    /** Its receipt was confirmed to the requester. */
    ACKNOWLEDGED("Receipt confirmed"),
    /** The requester was asked to show who they are. */
    IDENTITY_ASKED("Asked who they are"),
    /** They have. */
    IDENTITY_KNOWN("Known who they are"),
    /** They were asked what they mean. */
    CLARIFICATION_ASKED("Asked what they mean"),
    /** They have said it. */
    CLARIFICATION_ANSWERED("They have said what they mean"),
    /** They were told that it takes longer. */
    EXTENDED("Two months more"),
    /** They object, so that they are written to no more for marketing, at once. */
    MARKETING_ENDED("Written to no more for marketing"),
    /** Their orders were looked for. */
    LOOKED_FOR("Looked for their orders"),
    /** Somebody has said which orders are theirs. */
    ORDERS_CHOSEN("Said which orders are theirs"),
    /** Data was destroyed. */
    ERASED("Erased"),
    /** Files that were made of orders, and in which they stood, were destroyed; with how many. */
    FILES_DESTROYED("Exported files destroyed"),
    /** The rest waits for orders under way. */
    WAITS("The rest waits"),
    /** What should be gone was looked for. */
    LOOKED_AGAIN("Looked again"),
    /** What was wrong was put right; with the names of the fields. */
    CORRECTED("Put right"),
    /** What they add to it was written down. */
    STATEMENT_ADDED("Statement of theirs added"),
    /** Use was restricted. */
    RESTRICTED("Use restricted"),
    /** The restriction was lifted. */
    LIFTED("Restriction lifted"),
    /** A bundle was made. */
    BUNDLE_MADE("Bundle made"),
    /** A bundle was fetched. */
    BUNDLE_FETCHED("Bundle fetched"),
    /** A recipient was told. */
    RECIPIENT_TOLD("Recipient told"),
    /** A recipient has confirmed. */
    RECIPIENT_CONFIRMED("Recipient has confirmed"),
    /** A recipient is not told. */
    RECIPIENT_LEFT_OUT("Recipient not told"),
    /** They were written to. */
    WRITTEN("Written to them"),
    /** It was refused. */
    REFUSED("Refused"),
    /** It was taken back. */
    WITHDRAWN("Taken back"),
    /** Whoever the mail reached has stopped it. */
    STOPPED("Stopped by whoever the mail reached"),
    /** It is done. */
    DONE("Done");

    private final String title;

    Step(String title) {
        this.title = title;
    }

    /** The step as people read it. */
    public String title() {
        return title;
    }
}
