/**
 * The register of processing (Art 30 UK GDPR), read off the running system: what is sealed for which purpose, for how long,
 * opened by which roles, given to whom. {@link app.counterfoil.hub.register.ProcessingRegister} puts a seller's together,
 * {@link app.counterfoil.hub.register.KnownToRegister} notices where the system has moved away from what was looked at.
 * What people must add is sealed under {@code STAFF}. Pages and downloads are in {@code web}. Owns {@code register_*}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "measure",
            "storage",
            "shell",
            "paper",
            "books",
            "custody",
            "retention",
            "disclosure",
            "seller",
            "connection",
            "letter"
        })
package app.counterfoil.hub.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
