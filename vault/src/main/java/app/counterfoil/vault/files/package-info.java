/** Files outside the database that are there after a power cut and that their owner alone can read. */
@NullMarked
package app.counterfoil.vault.files;

import org.jspecify.annotations.NullMarked;
