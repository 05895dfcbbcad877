/**
 * What time it is in business, and whether it can be believed. The business clock is the wall clock of the machine, plus
 * what a training installation has moved it forward. {@link app.counterfoil.hub.clock.ClockGuard} holds the wall clock
 * against how long the machine has been running, since what ends by the clock cannot be brought back. Owns {@code clock_*}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "storage", "shell"})
package app.counterfoil.hub.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
