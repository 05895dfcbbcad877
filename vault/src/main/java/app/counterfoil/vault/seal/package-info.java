/**
 * The construction: how a record is sealed under two secrets, how secrets are wrapped, and how a blind token is made.
 * Pure functions over bytes; no database, no clock.
 */
@NullMarked
package app.counterfoil.vault.seal;

import org.jspecify.annotations.NullMarked;
