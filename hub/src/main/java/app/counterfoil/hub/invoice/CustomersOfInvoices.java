package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.store.RecordRef;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens whom a full invoice names: who receives the goods, with the VAT number the buyer has told. */
@Component
class CustomersOfInvoices {

    private final Custody custody;

    CustomersOfInvoices(Custody custody) {
        this.custody = custody;
    }

    /** The customer; empty if nobody is known, or no more. */
    Optional<InvoiceParty> of(SellerId seller, OrderFacts order) {
        return opened(seller, order, Purpose.DELIVERY, Recipient.KIND).map(recipient -> {
            var vatNumber = opened(seller, order, Purpose.SERVICE, Buyer.KIND)
                    .map(Buyer::vatNumber)
                    .filter(number -> !number.isBlank());
            var name = recipient.company().isBlank() ? recipient.name() : recipient.company() + ", " + recipient.name();
            return new InvoiceParty(name, recipient.addressLines(), vatNumber);
        });
    }

    private <T> Optional<T> opened(SellerId seller, OrderFacts order, Purpose purpose, RecordKind<T> kind) {
        var ref = new RecordRef(order.id().value(), order.subject());
        var outcomes = custody.in(
                seller,
                vault -> vault.open(new Opening(HubJob.INVOICING, purpose, "ISSUE_INVOICE"), kind, List.of(ref)));
        return Optional.ofNullable(outcomes.get(order.id().value())).flatMap(outcome -> outcome.opened());
    }
}
