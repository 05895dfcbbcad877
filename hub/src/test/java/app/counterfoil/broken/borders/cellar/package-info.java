/** A module that minds its own things; part of a house that breaks rules on purpose. */
@ApplicationModule(allowedDependencies = {})
package app.counterfoil.broken.borders.cellar;

import org.springframework.modulith.ApplicationModule;
