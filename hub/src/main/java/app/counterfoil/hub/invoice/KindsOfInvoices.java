package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Declares what is sealed of invoices. */
@Component
class KindsOfInvoices implements DeclaresKinds {

    @Override
    public List<RecordKind<?>> kinds() {
        return List.of(InvoiceParty.KIND, InvoicePaper.KIND);
    }
}
