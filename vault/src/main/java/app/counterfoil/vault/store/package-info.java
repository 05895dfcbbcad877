/**
 * The vault at work on PostgreSQL: seals, opens, finds, carries on and destroys records in the caller's transaction,
 * and journals every opening. Owns {@code vault_*}.
 */
@NullMarked
package app.counterfoil.vault.store;

import org.jspecify.annotations.NullMarked;
