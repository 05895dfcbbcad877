package app.counterfoil.vault.store;

/**
 * What became of records whose ends were brought forward.
 *
 * @param sealed how many are sealed to an earlier day now
 * @param ended how many had outlived their new day, and are gone
 */
public record Shortened(int sealed, int ended) {}
