/**
 * Ending what is held: days that have come and subjects who are forgotten, in the order of ledger, secret, rows and note,
 * so that a crash leaves less readable and never more. Start at {@link app.counterfoil.vault.erasure.Erasures};
 * {@code DestroyedSecrets} and {@code Remains} hold its statements, {@code LedgerPosition} how far a database has come,
 * and {@code LedgerComparison} holds the two against each other. Knows {@code ledger} and {@code secrets}, in whose tables it destroys; it opens
 * nothing. Owns {@code vault_destruction} and {@code vault_ledger_position}.
 */
@NullMarked
package app.counterfoil.vault.erasure;

import org.jspecify.annotations.NullMarked;
