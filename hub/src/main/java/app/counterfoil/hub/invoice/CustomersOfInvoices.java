package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.invoice.document.InvoiceParty.PostalPlace;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Opens whom a full invoice names: who has bought the goods, with the VAT number that was told. Channels tell no other
 * address than the one of delivery; somebody who only receives a gift is no party to the sale and is not named.
 */
@Component
class CustomersOfInvoices {

    private static final Set<String> CROWN_DEPENDENCIES = Set.of("JE", "GG", "IM");

    private final Custody custody;

    CustomersOfInvoices(Custody custody) {
        this.custody = custody;
    }

    /** The customer; empty if nobody is known, or no more. */
    Optional<InvoiceParty> of(SellerId seller, OrderFacts order) {
        return opened(seller, order, Purpose.DELIVERY, Recipient.KIND).map(recipient -> {
            var buyer = opened(seller, order, Purpose.SERVICE, Buyer.KIND);
            var vatNumber = buyer.map(Buyer::vatNumber).filter(number -> !number.isBlank());
            var name = buyer.map(Buyer::name).filter(known -> !known.isBlank()).orElse(recipient.name());
            return new InvoiceParty(
                    recipient.company().isBlank() ? name : recipient.company() + ", " + name,
                    recipient.addressLines(),
                    vatNumber,
                    Optional.of(place(recipient)));
        });
    }

    private static PostalPlace place(Recipient recipient) {
        var territory = Territory.of(new Country(recipient.country()), recipient.postcode());
        return new PostalPlace(
                recipient.town(),
                recipient.county(),
                recipient.postcode(),
                // Channels write GB for the Crown dependencies too.
                CROWN_DEPENDENCIES.contains(territory.code()) ? territory.code() : recipient.country());
    }

    private <T> Optional<T> opened(SellerId seller, OrderFacts order, Purpose purpose, RecordKind<T> kind) {
        var ref = new RecordRef(order.id().value(), order.subject());
        var opening = new Opening(HubJob.INVOICING, purpose, "ISSUE_INVOICE");
        return custody.in(seller, vault -> vault.openOne(opening, kind, ref)).opened();
    }
}
