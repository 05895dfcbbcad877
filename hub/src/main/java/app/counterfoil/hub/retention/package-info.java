/**
 * How long personal data is kept, as far as a seller decides it: policies, within what the law and the channels allow
 * ({@link app.counterfoil.hub.retention.RetentionPolicies}, {@link app.counterfoil.hub.retention.ChangePolicy}), and copies
 * that are held for a legal claim ({@link app.counterfoil.hub.retention.LegalHolds}). Who keeps records lends {@link
 * app.counterfoil.hub.retention.FollowsPolicy} and what {@link app.counterfoil.hub.custody.KeepsPeople} tells. The days
 * themselves turn in {@code custody}. Owns {@code retention_*}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "storage", "clock", "books", "custody"})
package app.counterfoil.hub.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
