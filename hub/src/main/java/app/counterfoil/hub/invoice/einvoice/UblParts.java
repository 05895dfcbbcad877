package app.counterfoil.hub.invoice.einvoice;

import app.counterfoil.hub.invoice.einvoice.Terms.Beside;
import app.counterfoil.hub.invoice.einvoice.Terms.Line;
import app.counterfoil.hub.invoice.einvoice.Terms.Tax;
import app.counterfoil.hub.invoice.einvoice.Terms.Trader;
import app.counterfoil.hub.invoice.einvoice.Terms.VatOfCategory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AllowanceChargeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DeliveryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.LocationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.AllowanceChargeReasonType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NameType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.TaxExemptionReasonType;

/** The parts that an invoice and a credit note have in common in UBL. */
final class UblParts {

    private final Terms terms;

    UblParts(Terms terms) {
        this.terms = terms;
    }

    OrderReferenceType order() {
        var order = new OrderReferenceType();
        order.setID(terms.order());
        return order;
    }

    /** What a credit note credits, or an invoice for several orders takes the place of. */
    List<BillingReferenceType> before() {
        return Stream.concat(terms.credits().stream(), terms.replaces().stream())
                .map(credited -> {
                    var before = new DocumentReferenceType();
                    before.setID(credited.number());
                    before.setIssueDate(credited.issuedOn());
                    var reference = new BillingReferenceType();
                    reference.setInvoiceDocumentReference(before);
                    return reference;
                })
                .toList();
    }

    List<PeriodType> periods() {
        return terms.period().stream()
                .map(from -> {
                    var period = new PeriodType();
                    period.setStartDate(from.from());
                    period.setEndDate(from.to());
                    return period;
                })
                .toList();
    }

    SupplierPartyType supplier() {
        var supplier = new SupplierPartyType();
        supplier.setParty(party(terms.seller()));
        return supplier;
    }

    CustomerPartyType customer() {
        var customer = new CustomerPartyType();
        customer.setParty(party(terms.buyer()));
        return customer;
    }

    private static PartyType party(Trader trader) {
        var party = new PartyType();
        trader.endpoint()
                .ifPresent(endpoint -> party.setEndpointID(endpoint.id()).setSchemeID(endpoint.scheme()));
        party.setPostalAddress(address(trader));
        trader.vatNumber().ifPresent(number -> {
            var registration = new PartyTaxSchemeType();
            registration.setCompanyID(number);
            registration.setTaxScheme(vat());
            party.addPartyTaxScheme(registration);
        });
        var entity = new PartyLegalEntityType();
        entity.setRegistrationName(trader.name());
        party.addPartyLegalEntity(entity);
        return party;
    }

    private static AddressType address(Trader trader) {
        var address = new AddressType();
        var street = trader.street();
        if (!street.isEmpty()) {
            address.setStreetName(street.get(0));
        }
        if (street.size() > 1) {
            address.setAdditionalStreetName(street.get(1));
        }
        if (!trader.town().isEmpty()) {
            address.setCityName(trader.town());
        }
        if (!trader.postcode().isEmpty()) {
            address.setPostalZone(trader.postcode());
        }
        if (!trader.county().isEmpty()) {
            address.setCountrySubentity(trader.county());
        }
        if (street.size() > 2) {
            var line = new AddressLineType();
            line.setLine(street.get(2));
            address.addAddressLine(line);
        }
        var country = new CountryType();
        country.setIdentificationCode(trader.country());
        address.setCountry(country);
        return address;
    }

    /** The goods went to the buyer's address: channels tell no other. */
    DeliveryType delivery() {
        var place = new LocationType();
        place.setAddress(address(terms.buyer()));
        var delivery = new DeliveryType();
        delivery.setActualDeliveryDate(terms.suppliedOn());
        delivery.setDeliveryLocation(place);
        return delivery;
    }

    List<AllowanceChargeType> besides() {
        return terms.besides().stream().map(this::beside).toList();
    }

    private AllowanceChargeType beside(Beside beside) {
        var entry = new AllowanceChargeType();
        entry.setChargeIndicator(beside.charge());
        entry.addAllowanceChargeReason(new AllowanceChargeReasonType(beside.why()));
        entry.setAmount(beside.amount()).setCurrencyID(terms.currency());
        entry.addTaxCategory(category(beside.tax()));
        return entry;
    }

    List<TaxTotalType> taxes() {
        var all = new ArrayList<TaxTotalType>();
        var whole = new TaxTotalType();
        whole.setTaxAmount(terms.totals().vat()).setCurrencyID(terms.currency());
        terms.breakdown().forEach(part -> whole.addTaxSubtotal(subtotal(part)));
        all.add(whole);
        terms.vatInSterling().ifPresent(vat -> {
            var sterling = new TaxTotalType();
            sterling.setTaxAmount(vat).setCurrencyID(Terms.STERLING);
            all.add(sterling);
        });
        return all;
    }

    private TaxSubtotalType subtotal(VatOfCategory part) {
        var category = category(part.tax());
        if (!part.reasonCode().isEmpty()) {
            category.setTaxExemptionReasonCode(part.reasonCode());
        }
        if (!part.reason().isEmpty()) {
            category.addTaxExemptionReason(new TaxExemptionReasonType(part.reason()));
        }
        var subtotal = new TaxSubtotalType();
        subtotal.setTaxableAmount(part.base()).setCurrencyID(terms.currency());
        subtotal.setTaxAmount(part.vat()).setCurrencyID(terms.currency());
        subtotal.setTaxCategory(category);
        return subtotal;
    }

    /** All of it was paid at the channel before the goods went out, or paid back before the credit note: nothing is due. */
    MonetaryTotalType sums() {
        var totals = terms.totals();
        var currency = terms.currency();
        var sums = new MonetaryTotalType();
        sums.setLineExtensionAmount(totals.lines()).setCurrencyID(currency);
        sums.setTaxExclusiveAmount(totals.net()).setCurrencyID(currency);
        sums.setTaxInclusiveAmount(totals.gross()).setCurrencyID(currency);
        sums.setAllowanceTotalAmount(totals.allowances()).setCurrencyID(currency);
        sums.setChargeTotalAmount(totals.charges()).setCurrencyID(currency);
        sums.setPrepaidAmount(totals.gross()).setCurrencyID(currency);
        sums.setPayableAmount(totals.gross().subtract(totals.gross())).setCurrencyID(currency);
        return sums;
    }

    ItemType item(Line line) {
        var item = new ItemType();
        item.setName(new NameType(line.what()));
        item.addClassifiedTaxCategory(category(line.tax()));
        return item;
    }

    PriceType price(Line line) {
        var price = new PriceType();
        price.setPriceAmount(line.price()).setCurrencyID(terms.currency());
        if (line.priced() != 1) {
            price.setBaseQuantity(BigDecimal.valueOf(line.priced())).setUnitCode(Marshalled.PIECE);
        }
        return price;
    }

    private static TaxCategoryType category(Tax tax) {
        var category = new TaxCategoryType();
        category.setID(tax.category().code());
        category.setPercent(tax.percent());
        category.setTaxScheme(vat());
        return category;
    }

    private static TaxSchemeType vat() {
        var scheme = new TaxSchemeType();
        scheme.setID("VAT");
        return scheme;
    }
}
