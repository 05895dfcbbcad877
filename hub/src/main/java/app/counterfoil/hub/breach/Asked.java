package app.counterfoil.hub.breach;

/** By what it is counted whom an incident is about. Stored by its name. */
public enum Asked {
    /** What a staff account opened in a window of time, as the access journal says. */
    STAFF("What one account opened"),
    /** What a program opened with its token in a window of time, as the access journal says. */
    TOKEN("What one API token opened"),
    /** What was opened in a window of time by anybody, jobs of the hub included. */
    TIME("Everything opened in a time"),
    /** What a recipient was given in a window of time, as the ledger of disclosures says. */
    RECIPIENT("What a recipient was given"),
    /** The people of a channel's orders that were placed in a window of time. */
    CHANNEL("Orders of a channel"),
    /** What a backup file would still give away, beside the living keys. */
    BACKUP("What a backup gives away");

    private final String title;

    Asked(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }
}
