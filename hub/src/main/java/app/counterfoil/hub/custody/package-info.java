/**
 * Binds the vault to the hub: who may open what, how long each purpose lives, and the turn of the day on which things
 * end. Owns {@code custody_*} and, through the vault, {@code vault_*}. Calls every {@link
 * app.counterfoil.hub.custody.HearsDayTurn}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "storage", "shell"})
package app.counterfoil.hub.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
