/**
 * What people ask for under the law, and its clock: access, portability, rectification, erasure, restriction, objection
 * (Art 15–21 UK GDPR), and complaints. {@link app.counterfoil.hub.rights.TakeInRequests} takes a request in, {@link
 * app.counterfoil.hub.rights.LookForOrders} finds what it is about, {@link app.counterfoil.hub.rights.HeldOnRequester} shows
 * what is held, and the acts carry it out. Its pages are in {@code web}. Owns {@code rights_*}.
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
            "paper",
            "letter",
            "seller",
            "connection",
            "order",
            "export"
        })
package app.counterfoil.hub.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
