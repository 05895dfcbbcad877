/**
 * Keeps a copy of everything and brings it back: one consistent, encrypted file of all rows of all sellers, made while the
 * hub works, and a restore that opens nothing before it is whole. Owns no table.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "storage", "shell", "custody"})
package app.counterfoil.hub.safekeeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
