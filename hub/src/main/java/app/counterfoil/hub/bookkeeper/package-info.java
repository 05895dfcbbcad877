/**
 * The bookkeeper's room: what of the books waits for somebody, what is locked, and VAT by period, read off the modules that
 * own it. {@link app.counterfoil.hub.bookkeeper.MonthsOfBooks} tells of each month what may still change;
 * {@link app.counterfoil.hub.bookkeeper.VatByPeriod} draws the returns. The page is in {@code web}. Owns nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "measure",
            "storage",
            "shell",
            "custody",
            "seller",
            "connection",
            "order",
            "invoice",
            "accounting",
            "vatreturn"
        })
package app.counterfoil.hub.bookkeeper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
