/** Knows the cellar, and reaches into what the cellar keeps to itself. */
@ApplicationModule(allowedDependencies = {"cellar"})
package app.counterfoil.broken.borders.attic;

import org.springframework.modulith.ApplicationModule;
