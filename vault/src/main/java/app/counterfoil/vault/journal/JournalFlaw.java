package app.counterfoil.vault.journal;

/**
 * A place where the journal is not as it was when its checkpoint was signed.
 *
 * @param checkpoint the number of the checkpoint that does not fit; 0 for entries that belong to none
 * @param what what does not fit, in a sentence
 */
public record JournalFlaw(int checkpoint, String what) {}
