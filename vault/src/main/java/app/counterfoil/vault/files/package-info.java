/**
 * Files outside the database that are there after a power cut, whole or not at all, and that their owner alone can read.
 * {@link app.counterfoil.vault.files.LastingFiles} is all there is. The key folder, the erasure ledger, the journal's
 * witness and the notes of an installation are written by it. Knows the file system and nothing of what is written.
 */
@NullMarked
package app.counterfoil.vault.files;

import org.jspecify.annotations.NullMarked;
