/**
 * The words of the vault: why personal data is held, about whom, and what came of asking for it. Everything personal
 * is sealed under two secrets, one of the person and one of the day it ends; {@link app.counterfoil.vault.store.Vault}
 * seals and opens, {@code seal} is the construction, {@code keys} is where the keys outside the database live.
 */
@NullMarked
package app.counterfoil.vault;

import org.jspecify.annotations.NullMarked;
