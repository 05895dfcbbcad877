/**
 * Where the keys outside the database live: the epoch keys, under which every key in the database is wrapped, the signing
 * key of the journal, and the key that routes a sign-in. Start at {@link app.counterfoil.vault.keys.KeyRing}, which is kept
 * in a {@link app.counterfoil.vault.keys.KeyFolder} and whose every {@link app.counterfoil.vault.keys.Epoch} is wrapped by a
 * {@link app.counterfoil.vault.keys.RootKey}: a file ({@link app.counterfoil.vault.keys.RootKeyFile}), or a HashiCorp Vault
 * ({@link app.counterfoil.vault.keys.TransitRootKey}). {@link app.counterfoil.vault.keys.EpochKeys} is all that the rest of
 * the vault sees of it. Knows {@code seal} and {@code files}, and no database.
 */
@NullMarked
package app.counterfoil.vault.keys;

import org.jspecify.annotations.NullMarked;
