/**
 * Which VAT a sale bears and how much of the price it is: a pure decision on dated tables, then sums that add up to the
 * penny. Knows nothing of orders, tables or Spring; callers map what they hold to a {@link Supply} and a {@link Sale}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "measure")
package app.counterfoil.hub.tax;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
