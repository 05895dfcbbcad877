package app.counterfoil.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.invoice.CreditWish;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.invoice.ReplaceSimplifiedInvoice;
import app.counterfoil.hub.invoice.VatStandings;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.tax.DistanceSales;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatScheme;
import app.counterfoil.hub.tax.VatTreatment;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One entry for each day, whose sums are those of the day's invoices, and in which nobody stands. */
class SummariesTest extends BooksBench {

    @Autowired
    private ReplaceSimplifiedInvoice replaceInvoices;

    @Autowired
    private VatStandings standings;

    @Test
    void nothingIsEnteredBeforeAPersonHasConfirmedHow() {
        shortOne();
        tomorrow();
        enter();
        assertThat(sent()).isEmpty();
        assertThat(postings.latest(shop, 10)).isEmpty();
    }

    @Test
    void theDayIsEnteredOnceItIsOverWithTheSumsOfItsInvoices() {
        confirm(EntryWay.SUMMARY);
        var all = List.of(shortOne(), shortOne(), fullOne(), invoice(MARKET.amazon(3_333, order -> {}), false));
        enter();
        assertThat(sent()).as("the day is not over").isEmpty();
        tomorrow();
        enter();
        enter();
        assertThat(there()).singleElement().satisfies(entry -> {
            assertThat(sum(entry, "SubTotal")).isEqualTo(sum(all.stream().map(Invoice::net)));
            assertThat(sum(entry, "TotalTax")).isEqualTo(sum(all.stream().map(Invoice::vat)));
            assertThat(sum(entry, "Total")).isEqualTo(sum(all.stream().map(Invoice::gross)));
            assertThat(entry.path("LineItems"))
                    .extracting(line -> line.path("AccountCode").asString() + " "
                            + line.path("TaxType").asString())
                    .containsExactlyInAnyOrder("265 OUTPUT2", "200 OUTPUT2");
        });
        assertThat(only()).satisfies(posting -> {
            assertThat(posting.state()).isEqualTo(PostingState.ENTERED);
            assertThat(posting.gross()).isEqualTo(sum(all.stream().map(Invoice::gross)));
        });
        assertThat(postings.sales(shop, List.of(only())).get(only().id())).hasSize(4);
    }

    @Test
    void nobodyStandsInIt() {
        confirm(EntryWay.SUMMARY);
        fullOne();
        tomorrow();
        enter();
        assertThat(sent()).isNotEmpty().allSatisfy(exchange -> assertThat(
                        exchange.request().text())
                .contains("Sales by Counterfoil")
                .doesNotContain("Testa", "Demoson", "Example Row", "LS1", "V20"));
        assertThat(disclosures.in(shop, YearMonth.from(clock.today()), Optional.of("XERO"), 10))
                .isEmpty();
        assertThat(disclosures.in(shop, YearMonth.from(clock.today().minusDays(1)), Optional.of("XERO"), 10))
                .isEmpty();
    }

    @Test
    void vatOfAnotherStateIsOwedUnderAnAccountOfItsOwnAndNoVatHere() {
        confirm(EntryWay.SUMMARY);
        standings.say(shop, fromBelfastInTheOneStopShop(), bookkeeper().id());
        var there = invoice(MARKET.ebay(order -> MadeUpOrders.address(order, "Testa Demoson", "10115", "DE")), false);
        assertThat(there.vat().isZero()).isFalse();
        tomorrow();
        enter();
        var entry = there().get(0);
        assertThat(sum(entry, "SubTotal")).isEqualTo(there.gross());
        assertThat(sum(entry, "TotalTax").isZero()).isTrue();
        assertThat(entry.path("LineItems"))
                .filteredOn(line -> line.path("AccountCode").asString().equals("835"))
                .singleElement()
                .satisfies(owed -> {
                    assertThat(sum(owed, "UnitAmount")).isEqualTo(there.vat());
                    assertThat(owed.path("TaxType").asString()).isEqualTo("NONE");
                });
    }

    @Test
    void aShopThatHasSaidNoAccountForItIsToldAndNothingIsLost() {
        confirm(EntryWay.SUMMARY);
        DATABASE.change("DELETE FROM counterfoil.accounting_code WHERE heading = 'VAT_ABROAD'");
        standings.say(shop, fromBelfastInTheOneStopShop(), bookkeeper().id());
        var there = invoice(MARKET.ebay(order -> MadeUpOrders.address(order, "Testa Demoson", "10115", "DE")), false);
        tomorrow();
        enter();
        assertThat(books().wrong()).contains("VAT of other member states");
        confirm(EntryWay.SUMMARY, there.issuedOn());
        enter();
        assertThat(only().gross()).isEqualTo(there.gross());
    }

    @Test
    void whatIsCreditedOfADayIsAnEntryOfItsOwn() {
        confirm(EntryWay.SUMMARY);
        var first = shortOne();
        var second = shortOne();
        var note = credit(first, new CreditWish.Rest());
        var part = credit(second, new CreditWish.Amount(Money.pence(4_00)));
        tomorrow();
        enter();
        assertThat(sum(there().get(0), "Total")).isEqualTo(Money.pence(30_00));
        assertThat(SANDBOX.xero().creditNotes(1)).singleElement().satisfies(credit -> {
            assertThat(credit.path("Type").asString()).isEqualTo("ACCRECCREDIT");
            assertThat(credit.path("CreditNoteNumber").asString()).endsWith("-C");
            assertThat(sum(credit, "Total")).isEqualTo(Money.pence(19_00));
            assertThat(sum(credit, "TotalTax"))
                    .isEqualTo(note.vat().plus(part.vat()).negated());
            assertThat(credit.path("LineItems"))
                    .extracting(line -> line.path("AccountCode").asString())
                    .containsExactly("265", "200");
        });
        assertThat(postings.latest(shop, 10))
                .extracting(Posting::state, Posting::gross)
                .containsExactlyInAnyOrder(
                        tuple(PostingState.ENTERED, Money.pence(30_00)),
                        tuple(PostingState.ENTERED, Money.pence(-19_00)));
    }

    @Test
    void everyTreatmentHasAPlaceInTheBooks() {
        assertThat(VatTreatment.values()).allSatisfy(treatment -> assertThat(Heading.of(treatment, VatRate.NOUGHT))
                .isPresent());
    }

    private static VatStandings.Said fromBelfastInTheOneStopShop() {
        return new VatStandings.Said(
                LocalDate.EPOCH,
                Optional.empty(),
                true,
                Territory.NORTHERN_IRELAND,
                VatScheme.STANDARD,
                Optional.empty(),
                DistanceSales.ONE_STOP_SHOP,
                false,
                Set.of());
    }

    @Test
    void eachCurrencyHasAnEntryOfItsOwn() throws Exception {
        confirm(EntryWay.SUMMARY);
        shortOne();
        pages.asked(
                bookkeeper(),
                post("/invoices/rates")
                        .param("currency", "EUR")
                        .param("month", YearMonth.from(clock.today()).toString())
                        .param("units", "1.1534"));
        invoice(MARKET.ebay(SummariesTest::inEuros), false);
        tomorrow();
        enter();
        assertThat(there())
                .extracting(entry -> entry.path("CurrencyCode").asString())
                .containsExactlyInAnyOrder("GBP", "EUR");
    }

    @Test
    void whatIsIssuedOfADayThatWasEnteredGetsAnEntryOfItsOwn() {
        confirm(EntryWay.SUMMARY);
        shortOne();
        var late = shortOne();
        tomorrow();
        hide(late);
        enter();
        assertThat(only().gross()).isEqualTo(Money.pence(15_00));
        DATABASE.change("UPDATE counterfoil.invoice_invoice SET issued_on = issued_on - 400 WHERE invoice_id = '"
                + late.id() + "'");
        tomorrow();
        enter();
        assertThat(there())
                .extracting(entry -> entry.path("InvoiceNumber").asString())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .last()
                .asString()
                .endsWith("-2");
    }

    @Test
    void whatTakesThePlaceOfAnInvoiceIsNotSoldOnceMore() {
        confirm(EntryWay.SUMMARY);
        var first = shortOne();
        issueInvoices.forOrder(shop, first.order(), false, Optional.empty());
        replace(first);
        tomorrow();
        enter();
        assertThat(only().gross()).isEqualTo(first.gross());
    }

    @Test
    void daysOfAMonthOffAreEnteredOneByOne() {
        confirm(EntryWay.SUMMARY);
        shortOne();
        tomorrow();
        shortOne();
        trainingClock.forward(40, day -> {});
        shortOne();
        tomorrow();
        enter();
        enter();
        enter();
        assertThat(there()).hasSize(3);
    }

    private void replace(Invoice first) {
        replaceInvoices.withFull(shop, first.order(), bookkeeper().id());
    }

    /** As if it had not been committed yet. */
    private void hide(Invoice invoice) {
        DATABASE.change("UPDATE counterfoil.invoice_invoice SET issued_on = issued_on + 400 WHERE invoice_id = '"
                + invoice.id() + "'");
    }

    private static void inEuros(ObjectNode order) {
        order.findParents("currency").forEach(amount -> ((ObjectNode) amount).put("currency", "EUR"));
    }

    static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.pence(0), Money::plus);
    }

    private static Money sum(JsonNode entry, String field) {
        return Money.of(entry.path(field).decimalValue().toPlainString(), "GBP");
    }
}
