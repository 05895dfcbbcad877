package app.counterfoil.hub.invoice.einvoice;

import app.counterfoil.hub.invoice.einvoice.Terms.Beside;
import app.counterfoil.hub.invoice.einvoice.Terms.Line;
import app.counterfoil.hub.invoice.einvoice.Terms.Tax;
import app.counterfoil.hub.invoice.einvoice.Terms.Trader;
import app.counterfoil.hub.invoice.einvoice.Terms.VatOfCategory;
import com.helger.cii.d16b.CIID16BCrossIndustryInvoiceTypeMarshaller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import un.unece.uncefact.data.standard.crossindustryinvoice._100.CrossIndustryInvoiceType;
import un.unece.uncefact.data.standard.qualifieddatatype._100.FormattedDateTimeType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.DocumentContextParameterType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.DocumentLineDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ExchangedDocumentContextType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ExchangedDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeAgreementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeDeliveryType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeSettlementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeAgreementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeDeliveryType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeSettlementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.NoteType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ReferencedDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SpecifiedPeriodType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SupplyChainEventType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SupplyChainTradeLineItemType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SupplyChainTradeTransactionType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TaxRegistrationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeAddressType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeAllowanceChargeType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePartyType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePriceType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeProductType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementHeaderMonetarySummationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementLineMonetarySummationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeTaxType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.UniversalCommunicationType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.AmountType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.DateTimeType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.DateType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.IDType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.IndicatorType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.QuantityType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.TextType;

/** Writes an invoice as UN/CEFACT Cross Industry Invoice D16B, in the profile EN 16931 of Factur-X and ZUGFeRD. */
final class Cii {

    private static final String PROFILE = "urn:cen.eu:en16931:2017";

    /** UNTDID 2379: a day as eight digits. */
    private static final String DAY = "102";

    private final Terms terms;

    private Cii(Terms terms) {
        this.terms = terms;
    }

    /** The same bytes for the same terms. */
    static byte[] of(Terms terms) {
        return Marshalled.of(new CIID16BCrossIndustryInvoiceTypeMarshaller(), new Cii(terms).invoice());
    }

    private CrossIndustryInvoiceType invoice() {
        var transaction = new SupplyChainTradeTransactionType();
        for (int line = 0; line < terms.lines().size(); line++) {
            transaction.addIncludedSupplyChainTradeLineItem(
                    line(line + 1, terms.lines().get(line)));
        }
        transaction.setApplicableHeaderTradeAgreement(agreement());
        transaction.setApplicableHeaderTradeDelivery(delivery());
        transaction.setApplicableHeaderTradeSettlement(settlement());
        var invoice = new CrossIndustryInvoiceType();
        invoice.setExchangedDocumentContext(context());
        invoice.setExchangedDocument(head());
        invoice.setSupplyChainTradeTransaction(transaction);
        return invoice;
    }

    private static ExchangedDocumentContextType context() {
        var profile = new DocumentContextParameterType();
        profile.setID(PROFILE);
        var context = new ExchangedDocumentContextType();
        context.addGuidelineSpecifiedDocumentContextParameter(profile);
        return context;
    }

    private ExchangedDocumentType head() {
        var head = new ExchangedDocumentType();
        head.setID(terms.number());
        head.setTypeCode(terms.typeCode());
        head.setIssueDateTime(moment(terms.issuedOn()));
        if (!terms.note().isEmpty()) {
            var note = new NoteType();
            note.addContent(new TextType(terms.note()));
            head.addIncludedNote(note);
        }
        return head;
    }

    private SupplyChainTradeLineItemType line(int number, Line line) {
        var document = new DocumentLineDocumentType();
        document.setLineID(String.valueOf(number));
        var product = new TradeProductType();
        product.addName(new TextType(line.what()));
        var item = new SupplyChainTradeLineItemType();
        item.setAssociatedDocumentLineDocument(document);
        item.setSpecifiedTradeProduct(product);
        item.setSpecifiedLineTradeAgreement(price(line));
        var delivery = new LineTradeDeliveryType();
        delivery.setBilledQuantity(pieces(line.quantity()));
        item.setSpecifiedLineTradeDelivery(delivery);
        var sum = new TradeSettlementLineMonetarySummationType();
        sum.addLineTotalAmount(new AmountType(line.net()));
        var settlement = new LineTradeSettlementType();
        settlement.addApplicableTradeTax(tax(line.tax()));
        settlement.setSpecifiedTradeSettlementLineMonetarySummation(sum);
        item.setSpecifiedLineTradeSettlement(settlement);
        return item;
    }

    private static LineTradeAgreementType price(Line line) {
        var price = new TradePriceType();
        price.addChargeAmount(new AmountType(line.price()));
        if (line.priced() != 1) {
            price.setBasisQuantity(pieces(line.priced()));
        }
        var agreement = new LineTradeAgreementType();
        agreement.setNetPriceProductTradePrice(price);
        return agreement;
    }

    private static QuantityType pieces(int count) {
        var quantity = new QuantityType(BigDecimal.valueOf(count));
        quantity.setUnitCode(Marshalled.PIECE);
        return quantity;
    }

    private HeaderTradeAgreementType agreement() {
        var order = new ReferencedDocumentType();
        order.setIssuerAssignedID(terms.order());
        var agreement = new HeaderTradeAgreementType();
        agreement.setSellerTradeParty(party(terms.seller()));
        agreement.setBuyerTradeParty(party(terms.buyer()));
        agreement.setBuyerOrderReferencedDocument(order);
        return agreement;
    }

    private static TradePartyType party(Trader trader) {
        var party = new TradePartyType();
        party.setName(trader.name());
        party.setPostalTradeAddress(address(trader));
        trader.endpoint().ifPresent(endpoint -> {
            var address = new UniversalCommunicationType();
            address.setURIID(id(endpoint.scheme(), endpoint.id()));
            party.addURIUniversalCommunication(address);
        });
        trader.vatNumber().ifPresent(number -> {
            var registration = new TaxRegistrationType();
            registration.setID(id("VA", number));
            party.addSpecifiedTaxRegistration(registration);
        });
        return party;
    }

    private static TradeAddressType address(Trader trader) {
        var address = new TradeAddressType();
        if (!trader.postcode().isEmpty()) {
            address.setPostcodeCode(trader.postcode());
        }
        var street = trader.street();
        if (!street.isEmpty()) {
            address.setLineOne(street.get(0));
        }
        if (street.size() > 1) {
            address.setLineTwo(street.get(1));
        }
        if (street.size() > 2) {
            address.setLineThree(street.get(2));
        }
        if (!trader.town().isEmpty()) {
            address.setCityName(trader.town());
        }
        address.setCountryID(trader.country());
        if (!trader.county().isEmpty()) {
            address.addCountrySubDivisionName(new TextType(trader.county()));
        }
        return address;
    }

    /** The goods went to the buyer's address: channels tell no other. */
    private HeaderTradeDeliveryType delivery() {
        var to = new TradePartyType();
        to.setPostalTradeAddress(address(terms.buyer()));
        var event = new SupplyChainEventType();
        event.setOccurrenceDateTime(moment(terms.suppliedOn()));
        var delivery = new HeaderTradeDeliveryType();
        delivery.setShipToTradeParty(to);
        delivery.setActualDeliverySupplyChainEvent(event);
        return delivery;
    }

    private HeaderTradeSettlementType settlement() {
        var settlement = new HeaderTradeSettlementType();
        if (terms.vatInSterling().isPresent()) {
            settlement.setTaxCurrencyCode(Terms.STERLING);
        }
        settlement.setInvoiceCurrencyCode(terms.currency());
        var taxes = terms.breakdown().stream().map(Cii::breakdown).toList();
        if (terms.taxPointIsAnotherDay()) {
            // It is the document's, and stands in one part of the breakdown only (CII-SR-461).
            var day = new DateType();
            day.setDateString(eightDigits(terms.suppliedOn())).setFormat(DAY);
            taxes.get(0).setTaxPointDate(day);
        }
        taxes.forEach(settlement::addApplicableTradeTax);
        terms.period().ifPresent(days -> {
            var period = new SpecifiedPeriodType();
            period.setStartDateTime(moment(days.from()));
            period.setEndDateTime(moment(days.to()));
            settlement.setBillingSpecifiedPeriod(period);
        });
        terms.besides().forEach(beside -> settlement.addSpecifiedTradeAllowanceCharge(beside(beside)));
        settlement.setSpecifiedTradeSettlementHeaderMonetarySummation(sums());
        // D16B has room for one alone; the several that an invoice takes the place of stand in its note.
        terms.credits().ifPresent(credited -> {
            var day = new FormattedDateTimeType();
            day.setDateTimeString(eightDigits(credited.issuedOn())).setFormat(DAY);
            var before = new ReferencedDocumentType();
            before.setIssuerAssignedID(credited.number());
            before.setFormattedIssueDateTime(day);
            settlement.setInvoiceReferencedDocument(before);
        });
        return settlement;
    }

    private static TradeTaxType breakdown(VatOfCategory part) {
        var tax = tax(part.tax());
        tax.addCalculatedAmount(new AmountType(part.vat()));
        tax.addBasisAmount(new AmountType(part.base()));
        if (!part.reason().isEmpty()) {
            tax.setExemptionReason(part.reason());
        }
        if (!part.reasonCode().isEmpty()) {
            tax.setExemptionReasonCode(part.reasonCode());
        }
        return tax;
    }

    private static TradeTaxType tax(Tax of) {
        var tax = new TradeTaxType();
        tax.setTypeCode("VAT");
        tax.setCategoryCode(of.category().code());
        tax.setRateApplicablePercent(of.percent());
        return tax;
    }

    private static TradeAllowanceChargeType beside(Beside beside) {
        var indicator = new IndicatorType();
        indicator.setIndicator(beside.charge());
        var entry = new TradeAllowanceChargeType();
        entry.setChargeIndicator(indicator);
        entry.addActualAmount(new AmountType(beside.amount()));
        entry.setReason(beside.why());
        entry.addCategoryTradeTax(tax(beside.tax()));
        return entry;
    }

    /** All of it was paid at the channel before the goods went out, or paid back before the credit note: nothing is due. */
    private TradeSettlementHeaderMonetarySummationType sums() {
        var totals = terms.totals();
        var sums = new TradeSettlementHeaderMonetarySummationType();
        sums.addLineTotalAmount(new AmountType(totals.lines()));
        sums.addChargeTotalAmount(new AmountType(totals.charges()));
        sums.addAllowanceTotalAmount(new AmountType(totals.allowances()));
        sums.addTaxBasisTotalAmount(new AmountType(totals.net()));
        sums.addTaxTotalAmount(amount(totals.vat(), terms.currency()));
        terms.vatInSterling().ifPresent(vat -> sums.addTaxTotalAmount(amount(vat, Terms.STERLING)));
        sums.addGrandTotalAmount(new AmountType(totals.gross()));
        sums.addTotalPrepaidAmount(new AmountType(totals.gross()));
        sums.addDuePayableAmount(new AmountType(totals.gross().subtract(totals.gross())));
        return sums;
    }

    private static AmountType amount(BigDecimal value, String currency) {
        var amount = new AmountType(value);
        amount.setCurrencyID(currency);
        return amount;
    }

    private static IDType id(String scheme, String value) {
        var id = new IDType(value);
        id.setSchemeID(scheme);
        return id;
    }

    private static DateTimeType moment(LocalDate day) {
        var moment = new DateTimeType();
        moment.setDateTimeString(eightDigits(day)).setFormat(DAY);
        return moment;
    }

    private static String eightDigits(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
