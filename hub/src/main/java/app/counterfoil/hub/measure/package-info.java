/**
 * The values everybody speaks in: money, places, weights, the seller, the business clock and the base of every refusal.
 * No Spring, no tables.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package app.counterfoil.hub.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
