/**
 * What channels have paid out: settlement files taken in line by line, held against the orders in them, and entered into
 * the books. {@link app.counterfoil.hub.payout.ReadSettlements} reads a file by the {@link
 * app.counterfoil.hub.payout.SettlementFormat} of its channel, {@link app.counterfoil.hub.payout.TakeInSettlements} keeps
 * what it says. Start reading there. Owns {@code payout_*}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "measure",
            "storage",
            "shell",
            "books",
            "custody",
            "seller",
            "connection",
            "order",
            "invoice",
            "accounting"
        })
package app.counterfoil.hub.payout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
