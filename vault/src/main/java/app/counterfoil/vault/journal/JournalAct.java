package app.counterfoil.vault.journal;

/** What was done to the records that a journal entry lists. */
public enum JournalAct {
    /** They were opened for somebody. */
    OPEN,
    /** They were found by a search, without being opened. */
    SEARCH,
    /** They were opened and sealed again to a later day, or with new content; nobody saw them. */
    RESEAL
}
