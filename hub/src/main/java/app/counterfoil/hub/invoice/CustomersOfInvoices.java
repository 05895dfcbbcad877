package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.invoice.document.InvoiceParty.PostalPlace;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Postcode;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Personal;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Term;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                .map(recipient -> party(recipient, opened(seller, order, why.apply(Purpose.SERVICE), Buyer.KIND)));
    }

    /** The customers of these orders by order, opened at once; who is not known, or no more, is missing. */
    Map<OrderId, InvoiceParty> of(SellerId seller, Collection<OrderFacts> orders, String why) {
        var refs = orders.stream()
                .map(order -> new RecordRef(order.id().value(), order.subject()))
                .toList();
        var delivery = new Opening(HubJob.INVOICING, Purpose.DELIVERY, why);
        var service = new Opening(HubJob.INVOICING, Purpose.SERVICE, why);
        return custody.in(seller, vault -> {
            var recipients = vault.open(delivery, Recipient.KIND, refs);
            var buyers = vault.open(service, Buyer.KIND, refs);
            var parties = new HashMap<OrderId, InvoiceParty>();
            recipients.forEach((id, outcome) -> outcome.opened()
                    .ifPresent(recipient -> parties.put(
                            new OrderId(id),
                            party(recipient, Optional.ofNullable(buyers.get(id)).flatMap(Outcome::opened)))));
            return parties;
        });
    }

    /** Orders that go to the same postcode as this one, this one among them; at most a thousand, found without opening them. */
    List<OrderId> nearby(SellerId seller, InvoiceParty party, String why) {
        var postcode = party.place()
                .filter(place -> !place.postcode().isBlank())
                .map(place -> Postcode.of(place.postcode(), new Country(place.country()))
                        .normalised());
        return postcode
                .map(normalised -> custody.in(
                        seller,
                        vault -> vault.find(
                                new Opening(HubJob.INVOICING, Purpose.DELIVERY, why),
                                Set.of(Purpose.DELIVERY),
                                Term.postcode(normalised))))
                .orElse(List.of())
                .stream()
                .filter(found -> found.kind().equals(Recipient.KIND.name()))
                .map(found -> new OrderId(found.id()))
                .toList();
    }

    /**
     * What two customers have in common if they are the same: name and address, however they are spaced and capitalised.
     * Personal.
     */
    static Personal<String> known(InvoiceParty party) {
        var told = Stream.concat(Stream.of(party.name()), party.address().stream())
                .map(part -> Normalizer.normalize(part, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\s+", " ")
                        .strip())
                .collect(Collectors.joining("\n"));
        return Personal.of(told);
    }

    private static InvoiceParty party(Recipient recipient, Optional<Buyer> buyer) {
        var vatNumber = buyer.map(Buyer::vatNumber).filter(number -> !number.isBlank());
        var name = buyer.map(Buyer::name).filter(known -> !known.isBlank()).orElse(recipient.name());
        return new InvoiceParty(
                recipient.company().isBlank() ? name : recipient.company() + ", " + name,
                recipient.addressLines(),
                vatNumber,
                Optional.of(place(recipient)));
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
