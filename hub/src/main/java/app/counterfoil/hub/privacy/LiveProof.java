package app.counterfoil.hub.privacy;

/** What can be looked at in the running system, each time the board is opened. */
enum LiveProof {
    /** What the system holds and what the register says. */
    REGISTER("The register says what the system does", "/register"),
    /** The access journal against its signatures. */
    JOURNAL("The access journal is as it was signed", "/journal"),
    /** Days that have come and not ended. */
    ENDS("Everything that was due has ended", "/ends"),
    /** Requests beyond their day. */
    REQUESTS("No request is overdue", "/requests"),
    /** Duties of incidents beyond their hours. */
    BREACHES("No duty of an incident is late", "/breaches"),
    /** Agreements with all who are connected. */
    AGREEMENTS("Every recipient has an agreement on file", "/recipients"),
    /** Reviews beyond their day. */
    REVIEWS("No review is overdue", "/reviews"),
    /** The quarterly review of access. */
    ACCESS("Access was reviewed within the quarter", "/reviews/access"),
    /** Backups. */
    BACKUP("A checked backup of the last two days is there", "/promises"),
    /** A second site. */
    TWO_SITES("A second site follows", "/promises"),
    /** Downloads of the channels. */
    CHANNELS("No channel is behind", "/connections"),
    /** Letters. */
    LETTERS("Letters to people go out", "/requests");

    private final String title;
    private final String path;

    LiveProof(String title, String path) {
        this.title = title;
        this.path = path;
    }

    /** What is looked at, as it should be. */
    public String title() {
        return title;
    }

    /** The page on which it is seen. */
    public String path() {
        return path;
    }
}
