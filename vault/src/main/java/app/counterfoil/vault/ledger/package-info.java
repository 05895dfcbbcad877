/**
 * The erasure ledger: what has been destroyed, when and why, outside the database, so that a database that comes back
 * from a backup forgets again what it had forgotten. Names nobody.
 */
@NullMarked
package app.counterfoil.vault.ledger;

import org.jspecify.annotations.NullMarked;
