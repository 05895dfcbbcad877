package app.counterfoil.vault.journal;

/**
 * An access journal that was taken as it is, although more of it had been seen outside the database.
 *
 * @param seen the checkpoint that had been seen
 * @param newest the newest one that is there; 0 if there is none
 */
public record JournalTaken(int seen, int newest) {}
