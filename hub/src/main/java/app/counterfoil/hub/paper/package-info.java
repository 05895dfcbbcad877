/**
 * Papers: which letters can be printed, and pages made into PDFs, in memory and the same bytes every time. Whoever prints
 * a person's name asks here first, before anything is numbered or bought for it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "measure")
package app.counterfoil.hub.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
