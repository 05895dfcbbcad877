/**
 * Where everything is kept: starts the embedded database or joins an outside one, refuses an unsafe one, migrates it,
 * and runs every piece of work in a transaction of one seller. Owns {@code scheduled_tasks} and {@code storage_*}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure"})
package app.counterfoil.hub.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
