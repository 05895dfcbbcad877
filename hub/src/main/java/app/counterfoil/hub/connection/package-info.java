/**
 * The seller's accounts at outside services: their sealed credentials, and the one way out to them, with time limits,
 * byte limits and measured retries. Owns {@code connection_*}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "storage", "books", "custody", "retention", "disclosure"})
package app.counterfoil.hub.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
