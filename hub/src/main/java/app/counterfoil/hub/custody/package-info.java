/**
 * The one door between the hub and the vault. {@link app.counterfoil.hub.custody.Custody} gives a seller's part of the
 * vault in a transaction of that seller. The vault is put together here from its keys and its ledger, the day and the
 * epoch turn here, and a database that came from a backup follows the ledger here before anything else runs. Calls every
 * {@link app.counterfoil.hub.custody.HearsDayTurn} before a day ends. Owns, through the vault, {@code vault_*}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "storage", "shell", "clock", "books"})
package app.counterfoil.hub.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
