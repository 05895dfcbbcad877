/**
 * Reviews (Art 5(2), 24(1) and 32(1)(d) UK GDPR): purposes, recipients, access rights and policies, each with an owner and a
 * day by which somebody looks again. What there is to look at is read off the running system; what was looked at, by whom and
 * with what outcome is only added to. {@link app.counterfoil.hub.review.Reviews} plans and records,
 * {@code RemindOwners} writes to the owners of what is overdue. Pages and downloads are in {@code web}. Owns {@code review_*}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "measure",
            "storage",
            "shell",
            "books",
            "custody",
            "retention",
            "disclosure",
            "seller",
            "connection",
            "letter",
            "order",
            "register"
        })
package app.counterfoil.hub.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
