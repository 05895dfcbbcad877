/**
 * The construction: how a record is sealed under two secrets ({@link app.counterfoil.vault.seal.RecordSeal}), how one secret
 * is kept under another ({@link app.counterfoil.vault.seal.Wrapping}), how a blind token is made
 * ({@link app.counterfoil.vault.seal.BlindIndex}), a checkpoint signed and a stream of any length sealed. Everything that is
 * derived, bound or hashed is written by {@link app.counterfoil.vault.seal.Fields}. Start at {@code RecordSeal}, whose
 * comment tells the layout. Pure functions over bytes: no database, no clock, no file.
 */
@NullMarked
package app.counterfoil.vault.seal;

import org.jspecify.annotations.NullMarked;
