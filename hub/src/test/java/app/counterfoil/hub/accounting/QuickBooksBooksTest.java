package app.counterfoil.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.invoice.CreditWish;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.http.Exchange;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sales in books whose lines go by items, whose numbers are short, and that do one request id once. */
class QuickBooksBooksTest extends BooksBench {

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void theBooksAreAtQuickBooks() {
        SANDBOX.quickBooks().clear();
        account = shops.connect(shop, OutsideService.QUICKBOOKS);
    }

    @Test
    void aSummaryIsOneInvoiceOfNobodyWithTheVatAsInvoiced() {
        confirm(EntryWay.SUMMARY);
        var one = shortOne();
        var other = shortOne();
        tomorrow();
        enter();
        assertThat(invoices()).singleElement().satisfies(entry -> {
            assertThat(entry.path("DocNumber").asString())
                    .isEqualTo(ShortNumber.of(only().number(), 21))
                    .hasSizeLessThanOrEqualTo(21);
            assertThat(entry.path("PrivateNote").asString()).isEqualTo("CF-" + only().id());
            assertThat(sum(entry.path("TotalAmt"))).isEqualTo(one.gross().plus(other.gross()));
            assertThat(sum(entry.path("TxnTaxDetail").path("TotalTax")))
                    .isEqualTo(one.vat().plus(other.vat()));
            assertThat(entry.path("TxnTaxDetail").path("TaxLine"))
                    .extracting(line -> line.path("TaxLineDetail")
                            .path("TaxRateRef")
                            .path("value")
                            .asString())
                    .containsExactly("40");
            assertThat(entry.has("BillAddr")).isFalse();
        });
        assertThat(SANDBOX.quickBooks().customers(1)).singleElement().satisfies(customer -> assertThat(
                        customer.path("DisplayName").asString())
                .isEqualTo("Sales by Counterfoil"));
        assertThat(only().state()).isEqualTo(PostingState.ENTERED);
        assertThat(disclosed(one)).isEmpty();
    }

    @Test
    void whomAnInvoiceNamesStandsInItsBillingAddressAndIsNoCustomerThere() {
        confirm(EntryWay.EACH);
        var invoice = fullOne();
        var note = credit(invoice, new CreditWish.Amount(Money.pence(5_00)));
        tomorrow();
        enter();
        assertThat(invoices()).singleElement().satisfies(entry -> assertThat(
                        entry.path("BillAddr").toString())
                .contains("Testa Demoson", "1 Example Row", "Leeds", "LS1 9ZZ"));
        assertThat(SANDBOX.quickBooks().creditMemos(1)).singleElement().satisfies(entry -> {
            assertThat(entry.path("DocNumber").asString()).isEqualTo(note.number());
            assertThat(entry.path("BillAddr")).isEqualTo(invoices().get(0).path("BillAddr"));
            assertThat(sum(entry.path("TotalAmt"))).isEqualTo(Money.pence(5_00));
        });
        assertThat(SANDBOX.quickBooks().customers(1)).hasSize(1);
        assertThat(asked()).allSatisfy(exchange -> {
            assertThat(exchange.request().text()).doesNotContain("@", "07700", "A mug", invoice.orderReference());
            assertThat(exchange.request().rawQuery()).doesNotContain("Testa", "Demoson", "Leeds");
        });
        assertThat(disclosed(invoice)).hasSize(2).allSatisfy(entry -> assertThat(entry.categories())
                .containsExactlyInAnyOrder(DataCategory.NAME, DataCategory.ADDRESS, DataCategory.GOODS));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "TOO_MANY_WITH_RETRY_AFTER",
                "TOO_MANY",
                "SERVER_ERROR",
                "UNAVAILABLE",
                "TIMEOUT",
                "DONE_UNANSWERED",
                "TRUNCATED_JSON",
                "HTML",
                "UNAUTHORIZED"
            })
    void whateverFailsItStandsThereOnceUnderOneCustomer(Fault fault) {
        confirm(EntryWay.SUMMARY);
        shortOne();
        tomorrow();
        fail("quickbooks-customer", fault);
        enter();
        forwardAnHour();
        fail("quickbooks-post", fault);
        for (int each = 0; each < 4; each++) {
            enter();
            forwardAnHour();
        }
        assertThat(invoices()).hasSize(1);
        assertThat(SANDBOX.quickBooks().customers(1)).hasSize(1);
        assertThat(only().state()).isEqualTo(PostingState.ENTERED);
    }

    @Test
    void whatStandsThereFromAnotherConnectionIsNotEnteredTwice() {
        confirm(EntryWay.EACH);
        var invoice = shortOne();
        tomorrow();
        enter();
        DATABASE.change("UPDATE counterfoil.accounting_posting SET state = 'DUE', due_at = made_at,"
                + " may_be_there = false, attempt = 2 WHERE seller_id = '" + shop + "'");
        SANDBOX.quickBooks().disguise(1, invoice.number(), "somebody else's");
        enter();
        assertThat(only().state()).isEqualTo(PostingState.REFUSED);
        assertThat(only().wrong()).isEqualTo("QuickBooks has another entry with the number " + invoice.number() + ".");
        assertThat(invoices()).hasSize(1);
    }

    @Test
    void closedBooksSayWhatToDoAndAChangedSumIsSeen() {
        confirm(EntryWay.EACH);
        var invoice = shortOne();
        tomorrow();
        SANDBOX.quickBooks().close(1, true);
        enter();
        assertThat(only().wrong()).isEqualTo("QuickBooks has closed its books for that day.");
        SANDBOX.quickBooks().close(1, false);
        assertThat(postings.tryAgain(shop, only().id())).isTrue();
        fail("quickbooks-post", Fault.DONE_UNANSWERED);
        enter();
        SANDBOX.quickBooks().change(1, invoice.number(), "14.50");
        forwardAnHour();
        enter();
        assertThat(only().state()).isEqualTo(PostingState.DIFFERS);
        assertThat(only().wrong()).contains("£14.50");
    }

    @Test
    void theItemsOfferedAreServicesOfAnAccountThatFits() {
        var chart = ledgers.chart(account);
        assertThat(chart.accounts())
                .extracting(Chart.Code::title)
                .containsExactly("Sales (to Sales of Product Income)", "Delivery (to Delivery income)");
        assertThat(chart.liabilities()).extracting(Chart.Code::code).containsExactly("22");
        assertThat(chart.proposal())
                .containsEntry(Heading.SALES, "20")
                .containsEntry(Heading.DELIVERY, "21")
                .containsEntry(Heading.VAT_ABROAD, "22")
                .containsEntry(Heading.VAT_STANDARD, "30:40")
                .containsEntry(Heading.VAT_NONE, "34:");
    }

    @Test
    void theRefreshTokenOfTheDayIsKept() {
        var first = accounts.credentials(account);
        assertThat(first.get(2)).startsWith("RT1-");
        tomorrow();
        tomorrow();
        assertThat(accounts.credentials(account).get(2)).startsWith("RT1-").isNotEqualTo(first.get(2));
        assertThat(accounts.credentials(account).get(3)).isEqualTo("913000000000001");
    }

    private static List<Exchange> asked() {
        return SANDBOX.exchanges().all().stream()
                .filter(exchange -> exchange.api().equals("quickbooks"))
                .toList();
    }

    private static List<ObjectNode> invoices() {
        return SANDBOX.quickBooks().invoices(1);
    }

    private static Money sum(JsonNode amount) {
        return Money.of(amount.decimalValue().setScale(2).toPlainString(), "GBP");
    }

    private List<Disclosure> disclosed(Invoice invoice) {
        return disclosures.ofOrder(shop, invoice.order().value()).stream()
                .map(Disclosure.Entry::what)
                .filter(entry -> entry.recipient().equals("QUICKBOOKS"))
                .toList();
    }
}
