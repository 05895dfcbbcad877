/** May know nothing, and knows the cellar. */
@ApplicationModule(allowedDependencies = {})
package app.counterfoil.broken.borders.loft;

import org.springframework.modulith.ApplicationModule;
