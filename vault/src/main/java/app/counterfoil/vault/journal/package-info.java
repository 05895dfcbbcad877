/**
 * The access journal: who opened what, for which purpose and why. {@link app.counterfoil.vault.journal.JournalWriter}
 * writes an entry before anything opens; {@link app.counterfoil.vault.journal.AccessJournal} tells, signs and checks them.
 * A checkpoint is a signed hash over a range ({@code RangeHash}) and the checkpoint before it, {@code ChainCheck} follows
 * the chain, and a {@link app.counterfoil.vault.journal.CheckpointWitness} outside the database knows its end. Knows no
 * record and opens nothing: it still verifies after any erasure. Owns {@code vault_journal} and {@code vault_checkpoint}.
 */
@NullMarked
package app.counterfoil.vault.journal;

import org.jspecify.annotations.NullMarked;
