/**
 * Parcels: booked with a courier, labelled, printed, handed over. What is bought is written down before the courier is
 * asked, and an outcome that is not known is asked for by our reference, never bought again. Labels are sealed under
 * {@code LABEL} for three weeks. What a courier is told of a recipient is written as a disclosure with the intent. Owns
 * {@code dispatch_*}; tells of {@link ShipmentsDispatched}.
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
            "order"
        })
package app.counterfoil.hub.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
