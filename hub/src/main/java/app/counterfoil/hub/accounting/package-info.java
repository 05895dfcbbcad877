/**
 * Sales in the books of an accounting service: one summary for each day, which names nobody, or each invoice. {@link
 * app.counterfoil.hub.accounting.ConfirmBooks} takes in how a person wants it, {@link
 * app.counterfoil.hub.accounting.EnterSales} enters what was issued, behind the port {@link
 * app.counterfoil.hub.accounting.Ledger}. Start reading at {@code EnterSales}. Owns {@code accounting_*}.
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
            "seller",
            "connection",
            "order",
            "tax",
            "invoice"
        })
package app.counterfoil.hub.accounting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
