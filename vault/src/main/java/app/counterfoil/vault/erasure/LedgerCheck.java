package app.counterfoil.vault.erasure;

import java.util.List;

/**
 * Whether what a seller's part of the database says has been destroyed is what the erasure ledger says.
 *
 * @param entries entries of the seller in the ledger
 * @param flaws what does not fit, in sentences that name it by its ids
 */
public record LedgerCheck(long entries, List<String> flaws) {}
