/**
 * Orders of all channels on their way: placed, held, ready, dispatched, closed. Owns {@code order_*}; whom an order is
 * for is sealed under {@code DELIVERY} and {@code SERVICE}. Carries open orders on as a {@link
 * app.counterfoil.hub.custody.HearsDayTurn}.
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
            "connection"
        })
package app.counterfoil.hub.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
