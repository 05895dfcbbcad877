/**
 * The data protection office: answers, for those who answer for people's data, who received what of it, and how everything
 * stands that is promised and owed ({@link app.counterfoil.hub.privacy.PromiseBoard}). The privacy policy is written from that
 * and kept in each version ({@link app.counterfoil.hub.privacy.PublishedPolicies}). Its pages are in {@code web}. Owns
 * {@code privacy_*}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "measure",
            "storage",
            "shell",
            "books",
            "custody",
            "disclosure",
            "safekeeping",
            "seller",
            "connection",
            "letter",
            "order",
            "channel",
            "register",
            "rights",
            "breach",
            "review"
        })
package app.counterfoil.hub.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
