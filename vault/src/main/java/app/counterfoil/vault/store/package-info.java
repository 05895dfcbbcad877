/**
 * Sealed records at work on PostgreSQL: sealed, opened, found, carried on and restricted, in the caller's transaction,
 * and every opening journalled before it happens. Start at {@link app.counterfoil.vault.store.Vault}, which gives one
 * seller's part of it, {@link app.counterfoil.vault.store.SellerVault}; behind that {@code Sealer} and {@code Opener} do
 * the work on {@code Records}, and {@code SearchTokens} makes what is found by. It stands on the other packages of the
 * vault and gives their faces out; none of them knows it. Owns {@code vault_record} and {@code vault_restriction}.
 */
@NullMarked
package app.counterfoil.vault.store;

import org.jspecify.annotations.NullMarked;
