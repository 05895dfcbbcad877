/**
 * Sellers and their people: who may sign in, in which role, and which purposes a role carries. Owns {@code seller_*};
 * names, e-mail addresses and passwords are sealed under {@code STAFF}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "storage", "shell", "clock", "books", "custody", "retention"})
package app.counterfoil.hub.seller;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
