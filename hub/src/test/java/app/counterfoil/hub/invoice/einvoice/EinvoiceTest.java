package app.counterfoil.hub.invoice.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.invoice.document.InvoiceParty.PostalPlace;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.tax.Extra;
import app.counterfoil.hub.tax.Sale;
import app.counterfoil.hub.tax.SaleLine;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A document and its form for machines tell the same, and what has no such form says what it lacks. */
class EinvoiceTest {

    private static final LocalDate DAY = LocalDate.parse("2026-02-14");
    private static final Currency POUND = Currency.getInstance("GBP");
    private static final Optional<String> NUMBER = Optional.of("DE136695976");
    private static final Optional<PostalPlace> BERLIN = Optional.of(new PostalPlace("Berlin", "", "10115", "DE"));

    @Test
    void theFiguresAreThoseOfThePaper() {
        var ubl = ubl(document(VatTreatment.CHARGED, 2000, NUMBER, BERLIN));
        // Three for £10.00 and £3.95 delivery less £1.00, all at 20%: the VAT inside £12.95 is £2.16.
        assertThat(ubl)
                .contains("<cbc:InvoicedQuantity unitCode=\"C62\">3</cbc:InvoicedQuantity>")
                .contains("<cbc:BaseQuantity unitCode=\"C62\">3</cbc:BaseQuantity>")
                .contains("<cbc:ChargeIndicator>false</cbc:ChargeIndicator>")
                .contains("<cbc:TaxInclusiveAmount currencyID=\"GBP\">12.95</cbc:TaxInclusiveAmount>")
                .contains("<cbc:TaxAmount currencyID=\"GBP\">2.16</cbc:TaxAmount>")
                .contains("<cbc:PayableAmount currencyID=\"GBP\">0.00</cbc:PayableAmount>");
    }

    @Test
    void anAddressIsToldApartAndNothingOfItTwice() {
        assertThat(ubl(document(VatTreatment.CHARGED, 2000, NUMBER, BERLIN)))
                .contains("<cbc:StreetName>Musterstraße 10</cbc:StreetName>")
                .contains("<cbc:CityName>Berlin</cbc:CityName>", "<cbc:PostalZone>10115</cbc:PostalZone>")
                .contains("<cbc:CityName>Leeds</cbc:CityName>", "<cbc:PostalZone>LS1 9ZZ</cbc:PostalZone>")
                .doesNotContain("AdditionalStreetName", "Germany");
    }

    @Test
    void whatGoesToPeppolSaysSoAndWhatCannotSaysWhatItLacks() {
        var there = Einvoice.of(document(VatTreatment.CHARGED, 2000, NUMBER, BERLIN));
        assertThat(there.lacksForPeppol()).isEmpty();
        assertThat(text(there.ubl()))
                .contains("peppol.eu:2017:poacc:billing:3.0", "schemeID=\"9932\"", "schemeID=\"9930\"");
        var not = Einvoice.of(document(VatTreatment.CHARGED, 2000, Optional.empty(), BERLIN));
        assertThat(not.lacksForPeppol()).singleElement().asString().contains("VAT number of the customer");
        assertThat(text(not.ubl())).doesNotContain("peppol");
        assertThat(EinvoiceRules.ubl(not.ubl())).isEmpty();
    }

    @Test
    void whatIsMissingIsToldAtOnceAndNamesNobody() {
        assertThatThrownBy(() -> Einvoice.of(
                        document(VatTreatment.TO_EU_BUSINESS, 0, Optional.of("DE136695970"), Optional.empty())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("country of the customer")
                .hasMessageContaining("VAT number of the customer that can be one")
                .hasMessageNotContaining("DE136695970")
                .hasMessageNotContaining("Exemple");
    }

    @Test
    void aCountryThatWasNotKeptIsThatOfTheOrder() {
        var document = document(VatTreatment.CHARGED, 2000, NUMBER, Optional.empty());
        var party = document.customer().orElseThrow();
        assertThat(party.in("DE").in("FR").place().orElseThrow().country()).isEqualTo("DE");
    }

    @Test
    void aPartySealedBeforeItsPlaceWasKeptIsStillRead() {
        var before = "{\"name\":\"Testa Demoson\",\"address\":[\"2 Example Row\",\"Leeds\"],\"vatNumber\":null}";
        var read = InvoiceParty.KIND.read(before.getBytes(StandardCharsets.UTF_8));
        assertThat(read)
                .isEqualTo(new InvoiceParty("Testa Demoson", List.of("2 Example Row", "Leeds"), Optional.empty()));
        var now = new InvoiceParty("Testa Demoson", List.of("2 Example Row"), NUMBER, BERLIN);
        assertThat(InvoiceParty.KIND.read(InvoiceParty.KIND.write(now))).isEqualTo(now);
    }

    @Test
    void theRulesRefuseWhatIsWrong() {
        var good = Einvoice.of(document(VatTreatment.CHARGED, 2000, NUMBER, BERLIN));
        assertThat(EinvoiceRules.cii(good.cii())).isEmpty();
        assertThat(EinvoiceRules.peppol(good.ubl())).isEmpty();
        assertThat(EinvoiceRules.cii(changed(good.cii(), "<ram:GrandTotalAmount>12.95", "<ram:GrandTotalAmount>12.96")))
                .anyMatch(fault -> fault.contains("BR-CO-15"));
        assertThat(EinvoiceRules.ubl(changed(good.ubl(), "\"GBP\">12.95<", "\"GBP\">12.96<")))
                .anyMatch(fault -> fault.contains("BR-CO-15"));
        assertThat(EinvoiceRules.peppol(changed(good.ubl(), "billing:01:1.0", "billing")))
                .anyMatch(fault -> fault.contains("PEPPOL-EN16931-R007"));
        assertThat(EinvoiceRules.ubl(changed(good.ubl(), "<cbc:ID>V2026-000001</cbc:ID>", "")))
                .isNotEmpty();
    }

    @Test
    void whatWasRoundedOnTheGrossStaysWithinTheRulesWhateverIsSold() {
        for (int number = 0; number < 4_000; number++) {
            var document = MadeUpDocuments.one(number);
            if (document.kind() == InvoiceKind.FULL && isRoundedOnce(document)) {
                assertThat(Einvoice.of(document)).as("document %s", number).isNotNull();
            }
        }
    }

    /** Parts credited line by line in a currency without decimals can add up to more than one unit of it. */
    private static boolean isRoundedOnce(InvoiceDocument document) {
        var decimals = document.sums().total().gross().currency().getDefaultFractionDigits();
        return document.credit().isEmpty() || decimals > 0;
    }

    @Test
    void aCreditNoteNamesTheInvoiceAndItsAmountsAreAboveNought() {
        var invoice = document(VatTreatment.CHARGED, 2000, NUMBER, BERLIN);
        var credit = new InvoiceDocument.Credit("V2026-000001", DAY.minusDays(9), CreditReason.RETURNED);
        var note = Einvoice.of(new InvoiceDocument(
                invoice.kind(),
                "C2026-000001",
                DAY,
                DAY,
                invoice.supplier(),
                invoice.customer(),
                invoice.lines(),
                invoice.sums(),
                invoice.vatInSterling(),
                List.of(),
                invoice.orderReference(),
                Optional.of(credit)));
        assertThat(text(note.ubl()))
                .contains("<CreditNote ", "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>", "Goods returned")
                .contains("<cac:InvoiceDocumentReference>", "<cbc:ID>V2026-000001</cbc:ID>", "2026-02-05")
                .contains("<cbc:TaxInclusiveAmount currencyID=\"GBP\">12.95</cbc:TaxInclusiveAmount>");
        assertThat(text(note.cii())).contains("<ram:TypeCode>381</ram:TypeCode>", "20260205");
        assertThat(EinvoiceRules.peppol(note.ubl())).isEmpty();
        assertThat(EinvoiceRules.cii(note.cii())).isEmpty();
    }

    private static byte[] changed(byte[] xml, String what, String into) {
        assertThat(text(xml)).contains(what);
        return text(xml).replace(what, into).getBytes(StandardCharsets.UTF_8);
    }

    private static String ubl(InvoiceDocument document) {
        return text(Einvoice.of(document).ubl());
    }

    private static String text(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }

    private static InvoiceDocument document(
            VatTreatment treatment, int rate, Optional<String> number, Optional<PostalPlace> place) {
        var vat = new VatRate(rate);
        var sold = new SaleLine(1, Money.pence(1_000), Money.zero(POUND), treatment, vat);
        var extras = List.of(Extra.ofAll("Delivery", Money.pence(395)), Extra.ofAll("Discount", Money.pence(-100)));
        var sums = new Sale(List.of(sold), extras, Money.pence(1_295)).reckon();
        var lines = new ArrayList<InvoiceLine>();
        sums.rows()
                .forEach(row -> lines.add(
                        row.isGoods()
                                ? InvoiceLine.goods("A mug", 3, row.treatment(), row.rate())
                                : InvoiceLine.extra(row.extra(), row.treatment(), row.rate())));
        var customer = new InvoiceParty(
                "Élodie Exemple", List.of("Musterstraße 10", "Berlin", "10115", "Germany"), number, place);
        return new InvoiceDocument(
                InvoiceKind.FULL,
                "V2026-000001",
                DAY,
                DAY,
                new InvoiceParty(
                        "Demo Shop (made up)",
                        List.of("1 Example Row", "Leeds", "LS1 9ZZ"),
                        Optional.of("GB100000034")),
                Optional.of(customer),
                lines,
                sums,
                Optional.of(sums.total().vat()),
                List.of(),
                "202-1234567-1234567",
                Optional.empty());
    }
}
