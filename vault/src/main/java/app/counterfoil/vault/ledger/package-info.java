/**
 * The erasure ledger: what has been destroyed, when and why, outside the database, so that a database that comes back
 * from a backup forgets again what it had forgotten. Start at {@link app.counterfoil.vault.ledger.ErasureLedger}, a chain of
 * {@link app.counterfoil.vault.ledger.LedgerEntry}. {@link app.counterfoil.vault.ledger.LedgerStore} is where its lines are
 * kept: in a file ({@link app.counterfoil.vault.ledger.LedgerFile}), or in several at once
 * ({@link app.counterfoil.vault.ledger.MirroredLedger}). Names nobody, and knows no database.
 */
@NullMarked
package app.counterfoil.vault.ledger;

import org.jspecify.annotations.NullMarked;
