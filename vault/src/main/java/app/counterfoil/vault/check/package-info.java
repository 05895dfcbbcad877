/**
 * Checks what is sealed, for {@code ./counterfoil verify}: every record opens or has its end written, every secret
 * unwraps, and what the books name is there. Start at {@link app.counterfoil.vault.check.Checks};
 * {@link app.counterfoil.vault.check.RecordCheck} is what one part of the records came to, and
 * {@link app.counterfoil.vault.check.RecordFlaw} what is wrong with one. Reads, and changes nothing; what opens stays in
 * it. Knows {@code secrets} and {@code sql}. The journal and the erasure ledger are checked where they are kept.
 */
@NullMarked
package app.counterfoil.vault.check;

import org.jspecify.annotations.NullMarked;
