package app.counterfoil.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.invoice.CreditWish;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.journal.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each invoice as an entry of its own: whom it names is told with name and address alone, under the gate, and written down. */
class SingleInvoicesTest extends BooksBench {

    @Autowired
    private Custody custody;

    @Test
    void aFullInvoiceNamesItsCustomerWithNameAndAddressAlone() {
        confirm(EntryWay.EACH);
        var invoice = fullOne();
        tomorrow();
        enter();
        assertThat(there()).singleElement().satisfies(entry -> {
            assertThat(entry.path("InvoiceNumber").asString()).isEqualTo(invoice.number());
            assertThat(entry.path("Contact").path("Name").asString())
                    .isEqualTo("Testa Demoson (" + invoice.number() + ")");
            assertThat(entry.path("Contact").path("Addresses").path(0).toString())
                    .contains("1 Example Row", "Leeds", "LS1 9ZZ");
        });
        assertThat(sent()).allSatisfy(exchange -> assertThat(exchange.request().text())
                .doesNotContain("@", "07700", "EmailAddress", "Phone", invoice.orderReference(), "A mug"));
        assertThat(told(invoice)).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo(DisclosingAct.BOOK_SALE);
            assertThat(entry.recipient()).isEqualTo("XERO");
            assertThat(entry.purpose()).isEqualTo(Purpose.TAX_RECORD);
            assertThat(entry.record()).isEqualTo(only().id());
            assertThat(entry.categories())
                    .containsExactlyInAnyOrder(DataCategory.NAME, DataCategory.ADDRESS, DataCategory.GOODS);
        });
    }

    @Test
    void aShortInvoiceNamesNobodyAndIsWrittenDownForWhatItIsWorth() {
        confirm(EntryWay.EACH);
        var invoice = shortOne();
        tomorrow();
        enter();
        assertThat(there().get(0).path("Contact").path("Name").asString()).isEqualTo("Sales by Counterfoil");
        assertThat(told(invoice)).singleElement().satisfies(entry -> assertThat(entry.categories())
                .containsExactly(DataCategory.GOODS));
    }

    @Test
    void aCreditNoteGoesToTheContactOfItsInvoice() {
        confirm(EntryWay.EACH);
        var invoice = fullOne();
        var note = credit(invoice, new CreditWish.Amount(Money.pence(5_00)));
        tomorrow();
        enter();
        assertThat(SANDBOX.xero().creditNotes(1)).singleElement().satisfies(entry -> {
            assertThat(entry.path("CreditNoteNumber").asString()).isEqualTo(note.number());
            assertThat(entry.path("Contact")).isEqualTo(there().get(0).path("Contact"));
            assertThat(entry.path("Total").decimalValue()).isEqualByComparingTo("5.00");
        });
        assertThat(told(invoice)).hasSize(2).allSatisfy(entry -> assertThat(entry.categories())
                .containsExactlyInAnyOrder(DataCategory.NAME, DataCategory.ADDRESS, DataCategory.GOODS));
    }

    @Test
    void openingTheCustomerStandsInTheJournalWithItsReason() {
        confirm(EntryWay.EACH);
        fullOne();
        tomorrow();
        enter();
        assertThat(openings()).hasSize(1).allSatisfy(entry -> assertThat(entry.reader())
                .isEqualTo(HubJob.BOOKKEEPING.id()));
    }

    @Test
    void twoPeopleOfOneNameStayTwo() {
        confirm(EntryWay.EACH);
        fullOne();
        fullOne();
        tomorrow();
        enter();
        assertThat(there())
                .extracting(entry -> entry.path("Contact").path("ContactID").asString())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoseUseIsRestrictedIsNotNamed() {
        confirm(EntryWay.EACH);
        var invoice = fullOne();
        custody.in(shop, vault -> {
            vault.restrictions().restrict(order(invoice).subject(), "RESTRICTION");
            return shop;
        });
        tomorrow();
        enter();
        assertThat(sent())
                .allSatisfy(exchange -> assertThat(exchange.request().text()).doesNotContain("Demoson"));
        assertThat(only().namesSomebody()).isFalse();
        assertThat(told(invoice)).singleElement().satisfies(entry -> assertThat(entry.categories())
                .containsExactly(DataCategory.GOODS));
    }

    @Test
    void whoOnlyReceivesAGiftKeepsNoCustomerOutOfTheBooks() {
        confirm(EntryWay.EACH);
        var invoice = fullOne();
        custody.in(shop, vault -> {
            vault.restrictions()
                    .restrict(Map.of(order(invoice).subject(), Set.of(Purpose.DELIVERY, Purpose.LABEL)), "RESTRICTION");
            return shop;
        });
        tomorrow();
        enter();
        assertThat(only().namesSomebody()).isTrue();
    }

    @Test
    void withoutAnAgreementNothingIsOpenedWrittenOrSent() {
        for (var way : EntryWay.ofSales()) {
            confirm(way);
            var invoice = fullOne();
            recipients.end(shop, "XERO", bookkeeper().id());
            tomorrow();
            enter();
            assertThat(sent()).as(way.name()).isEmpty();
            assertThat(postings.latest(shop, 10)).isEmpty();
            assertThat(told(invoice)).isEmpty();
            assertThat(openings()).as("rolled back with the rest").isEmpty();
            assertThat(books().wrong()).isEqualTo("Nothing was handed to Xero: no agreement with it is on file.");
            recipients.agree(shop, OutsideService.XERO.usualAgreement(clock.today()), Optional.empty());
            forwardAnHour();
            enter();
            assertThat(postings.latest(shop, 10)).allMatch(each -> each.state() == PostingState.ENTERED);
            assertThat(books().wrong()).isEmpty();
            aShopWithBooks();
        }
    }

    @Test
    void anAgreementThatEndsBetweenTwoTriesStopsTheSecond() {
        confirm(EntryWay.EACH);
        fullOne();
        tomorrow();
        fail("xero-put", Fault.SERVER_ERROR);
        enter();
        recipients.end(shop, "XERO", bookkeeper().id());
        SANDBOX.exchanges().clear();
        forwardAnHour();
        enter();
        assertThat(sent()).isEmpty();
        assertThat(only().state()).isEqualTo(PostingState.DUE);
        assertThat(books().wrong()).contains("no agreement");
    }

    @Test
    void anAgreementThatDoesNotCoverTheNameLetsOnlySummariesThrough() {
        agree(Set.of(DataCategory.GOODS));
        confirm(EntryWay.EACH);
        fullOne();
        tomorrow();
        enter();
        assertThat(sent()).isEmpty();
        assertThat(books().wrong()).endsWith("does not cover name, delivery address.");
        confirmBooks.of(
                account,
                new ConfirmBooks.Choice(
                        EntryWay.SUMMARY,
                        clock.today().minusDays(1),
                        proposed(EntryWay.SUMMARY).codes()),
                bookkeeper().id());
        enter();
        assertThat(only().state()).isEqualTo(PostingState.ENTERED);
    }

    private void agree(Set<DataCategory> categories) {
        shops.agree(shop, OutsideService.XERO, categories);
    }

    private OrderFacts order(Invoice invoice) {
        return orders.one(shop, invoice.order()).orElseThrow();
    }

    private List<Disclosure> told(Invoice invoice) {
        return disclosures.ofOrder(shop, invoice.order().value()).stream()
                .map(Disclosure.Entry::what)
                .filter(entry -> entry.recipient().equals("XERO"))
                .toList();
    }

    private List<JournalEntry> openings() {
        return custody.in(shop, vault -> vault.journal().latest(500)).stream()
                .filter(entry -> entry.reason().equals("ENTER_INTO_BOOKS"))
                .toList();
    }
}
