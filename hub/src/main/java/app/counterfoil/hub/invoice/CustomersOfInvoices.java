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
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
        return of(seller, order, purpose -> new Opening(HubJob.INVOICING, purpose, "ISSUE_INVOICE"));
    }

    /**
     * The same, opened by a person.
     *
     * @throws app.counterfoil.vault.PurposeNotCarried if their role opens no such people
     */
    Optional<InvoiceParty> of(SignedIn person, OrderFacts order, String why) {
        return of(person.seller(), order, purpose -> person.opening(purpose, why));
    }

    private Optional<InvoiceParty> of(SellerId seller, OrderFacts order, Function<Purpose, Opening> why) {
        return opened(seller, order, why.apply(Purpose.DELIVERY), Recipient.KIND)
                .map(recipient -> {
                    var buyer = opened(seller, order, why.apply(Purpose.SERVICE), Buyer.KIND);
                    var vatNumber = buyer.map(Buyer::vatNumber).filter(number -> !number.isBlank());
                    var name = buyer.map(Buyer::name)
                            .filter(known -> !known.isBlank())
                            .orElse(recipient.name());
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

    private <T> Optional<T> opened(SellerId seller, OrderFacts order, Opening opening, RecordKind<T> kind) {
        var ref = new RecordRef(order.id().value(), order.subject());
        return custody.in(seller, vault -> vault.openOne(opening, kind, ref)).opened();
    }
}
