/**
 * The frame of every page: layout, navigation, error pages, and the look. Each module's own pages live in its {@code
 * web} package and hang their entries into the navigation.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure"})
package app.counterfoil.hub.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
