/**
 * The breach room (Art 33 and 34 UK GDPR): what has happened to personal data, how far it reached, what is owed to whom by
 * when, and what was decided. {@link app.counterfoil.hub.breach.Breaches} opens and leads incidents and drills of one,
 * {@link app.counterfoil.hub.breach.FindScope} counts whom one is about by what the system has written itself. The timeline
 * is only added to and each step is bound to the one before. Pages and downloads are in {@code web}. Owns {@code breach_*}.
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
            "dispatch",
            "register"
        })
package app.counterfoil.hub.breach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
