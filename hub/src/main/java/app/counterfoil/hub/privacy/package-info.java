/**
 * The data protection office: answers, for those who answer for people's data, who received what of it. It only asks; what
 * it tells is written by those who act. Its pages are in {@code web}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "shell", "disclosure", "seller", "connection", "order"})
package app.counterfoil.hub.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
