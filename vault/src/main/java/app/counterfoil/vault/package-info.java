/**
 * The words of the vault: why personal data is held ({@link app.counterfoil.vault.Purpose}), about whom
 * ({@link app.counterfoil.vault.SubjectId}), what is sealed ({@link app.counterfoil.vault.RecordKind},
 * {@link app.counterfoil.vault.Sealing}), who asks ({@link app.counterfoil.vault.Opening}) and what came of it
 * ({@link app.counterfoil.vault.Outcome}); and the refusals. Everything personal is sealed under two secrets, one of the
 * person and one of the day it ends. Start reading here, then at {@link app.counterfoil.vault.store.SellerVault}, which
 * puts the words to work; {@code seal} is the construction. Knows no other package of the vault.
 */
@NullMarked
package app.counterfoil.vault;

import org.jspecify.annotations.NullMarked;
