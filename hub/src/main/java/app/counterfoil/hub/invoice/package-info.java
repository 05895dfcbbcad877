/**
 * VAT invoices: decided, numbered without gaps, issued once for each order and never changed. The customer of a full
 * invoice is sealed under {@code TAX_RECORD}. Owns {@code invoice_*}. Hears
 * {@link app.counterfoil.hub.dispatch.ShipmentsDispatched}; tells of {@link InvoicesIssued}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "measure",
            "storage",
            "shell",
            "books",
            "paper",
            "custody",
            "retention",
            "disclosure",
            "seller",
            "connection",
            "order",
            "tax",
            "dispatch"
        })
package app.counterfoil.hub.invoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
