package app.counterfoil.hub.invoice.einvoice;

import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.invoice.document.InvoiceParty.PostalPlace;
import app.counterfoil.hub.invoice.einvoice.Terms.Trader;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Postcode;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.measure.VatNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Seller and buyer as EN 16931 has them, with their addresses told apart. */
final class Traders {

    private static final Set<String> CROWN_DEPENDENCIES = Set.of("JE", "GG", "IM");

    /** More lines than these an address does not have there (BT-35, BT-36, BT-162). */
    private static final int LINES = 3;

    private Traders() {}

    /**
     * The seller, whose address ends with a postcode of the British Isles: a shop here has no other. Above it stands the
     * post town, as Royal Mail has it.
     */
    static Trader seller(InvoiceParty supplier) {
        var lines = supplier.address();
        var last = lines.get(lines.size() - 1);
        var postcode = Postcode.of(last, Country.UNITED_KINGDOM).looksBritish() ? last : "";
        var town = lines.size() > 2 && !postcode.isEmpty() ? lines.get(lines.size() - 2) : "";
        var territory = Territory.of(Country.UNITED_KINGDOM, postcode).code();
        var country = CROWN_DEPENDENCIES.contains(territory) ? territory : Country.UNITED_KINGDOM.code();
        return trader(supplier, new PostalPlace(town, "", postcode, country));
    }

    /** The buyer; empty if their country is not known. */
    static Optional<Trader> buyer(InvoiceParty customer) {
        return customer.place()
                .filter(place -> !place.country().isBlank())
                .map(place -> trader(customer, withPostcode(customer, place)));
    }

    /** An address whose parts were not kept apart still ends with its postcode, if it is a British one. */
    private static PostalPlace withPostcode(InvoiceParty customer, PostalPlace place) {
        var last = customer.address().get(customer.address().size() - 1);
        var alone = place.postcode().isBlank()
                && place.town().isBlank()
                && Postcode.of(last, new Country(place.country())).looksBritish();
        return alone ? new PostalPlace("", "", last, place.country()) : place;
    }

    private static Trader trader(InvoiceParty party, PostalPlace place) {
        var number = party.vatNumber().flatMap(VatNumber::readOfAnyState);
        return new Trader(
                PlainText.of(party.name()),
                street(party.address(), place),
                PlainText.of(place.town()),
                PlainText.of(place.county()),
                PlainText.of(place.postcode()),
                place.country(),
                number.map(VatNumber::normalised),
                number.flatMap(Endpoint::of));
    }

    /** The lines above town, county, postcode and country, which stand at the end of an address if it has them. */
    private static List<String> street(List<String> address, PostalPlace place) {
        var lines = new ArrayList<>(address);
        var country = new Country(place.country()).englishName();
        for (var part : List.of(country, place.postcode(), place.county(), place.town())) {
            if (lines.size() > 1 && lines.get(lines.size() - 1).equals(part)) {
                lines.remove(lines.size() - 1);
            }
        }
        var plain = lines.stream()
                .map(PlainText::of)
                .filter(line -> !line.isEmpty())
                .toList();
        return plain.size() <= LINES
                ? plain
                : List.of(plain.get(0), plain.get(1), String.join(", ", plain.subList(2, plain.size())));
    }
}
