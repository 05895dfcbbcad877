/** The demo: two made-up shops, their people and their accounts at the sandbox. Only with the profile {@code demo}. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "measure",
            "storage",
            "custody",
            "seller",
            "disclosure",
            "connection",
            "tax",
            "invoice",
            "channel"
        })
package app.counterfoil.hub.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
