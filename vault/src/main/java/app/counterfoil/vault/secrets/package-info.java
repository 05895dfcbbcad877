/**
 * The secrets in the database, each wrapped by a key above it: an epoch key, which lives outside, wraps group keys,
 * bucket secrets, index keys and credentials; a group key wraps the secrets of about a thousand subjects. Start at
 * {@link app.counterfoil.vault.secrets.SellerSecrets}. {@link app.counterfoil.vault.secrets.EpochTurn} brings all of them
 * under a new epoch, step by step, by {@link app.counterfoil.vault.secrets.Renewal};
 * {@link app.counterfoil.vault.secrets.InstallationKeys} holds a database and its keys together. Knows {@code seal},
 * {@code keys} and {@code sql}. Owns {@code vault_subject_secret}, {@code vault_group_key}, {@code vault_bucket_secret},
 * {@code vault_index_key}, {@code vault_kept_secret} and {@code vault_installation_key}.
 */
@NullMarked
package app.counterfoil.vault.secrets;

import org.jspecify.annotations.NullMarked;
