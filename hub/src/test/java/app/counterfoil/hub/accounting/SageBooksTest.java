package app.counterfoil.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
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

/** Sales in books that know no key by which they take the same once, under refresh tokens that serve once. */
class SageBooksTest extends BooksBench {

    @Autowired
    private Accounts accounts;

    @Autowired
    private ConnectChannel connect;

    @BeforeEach
    void theBooksAreAtSage() {
        SANDBOX.sage().clear();
        account = shops.connect(shop, OutsideService.SAGE);
    }

    @Test
    void aSummaryIsOneInvoiceOfNobodyWithTheVatAsInvoiced() {
        confirm(EntryWay.SUMMARY);
        var one = shortOne();
        var other = shortOne();
        tomorrow();
        enter();
        assertThat(invoices()).singleElement().satisfies(entry -> {
            assertThat(entry.path("reference").asString()).isEqualTo(only().number());
            assertThat(entry.path("notes").asString()).isEqualTo("CF-" + only().id());
            assertThat(sum(entry, "total_amount")).isEqualTo(one.gross().plus(other.gross()));
            assertThat(sum(entry, "tax_amount")).isEqualTo(one.vat().plus(other.vat()));
            assertThat(entry.path("contact_name").asString()).isEqualTo("Sales by Counterfoil");
            assertThat(entry.path("invoice_lines"))
                    .extracting(line -> line.path("tax_rate").path("id").asString())
                    .containsOnly("GB_STANDARD");
        });
        assertThat(only().state()).isEqualTo(PostingState.ENTERED);
        assertThat(disclosed(one)).isEmpty();
    }

    @Test
    void aFullInvoiceNamesItsCustomerWithNameAndAddressAloneAndItsCreditTheSame() {
        confirm(EntryWay.EACH);
        var invoice = fullOne();
        var note = credit(invoice, new CreditWish.Amount(Money.pence(5_00)));
        tomorrow();
        enter();
        assertThat(SANDBOX.sage().contacts(1)).singleElement().satisfies(contact -> {
            assertThat(contact.path("name").asString()).isEqualTo("Testa Demoson (" + invoice.number() + ")");
            assertThat(contact.path("main_address").toString()).contains("1 Example Row", "Leeds", "LS1 9ZZ");
        });
        assertThat(SANDBOX.sage().creditNotes(1)).singleElement().satisfies(entry -> {
            assertThat(entry.path("reference").asString()).isEqualTo(note.number());
            assertThat(entry.path("contact")).isEqualTo(invoices().get(0).path("contact"));
            assertThat(sum(entry, "total_amount")).isEqualTo(Money.pence(5_00));
        });
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
    void whateverFailsItStandsThereOnceWithOneContact(Fault fault) {
        confirm(EntryWay.EACH);
        fullOne();
        tomorrow();
        fail("sage-contact", fault);
        enter();
        forwardAnHour();
        fail("sage-post", fault);
        for (int each = 0; each < 4; each++) {
            enter();
            forwardAnHour();
        }
        assertThat(invoices()).hasSize(1);
        assertThat(SANDBOX.sage().contacts(1)).hasSize(1);
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
        SANDBOX.sage().disguise(1, invoice.number(), "somebody else's");
        enter();
        assertThat(only().state()).isEqualTo(PostingState.REFUSED);
        assertThat(only().wrong()).isEqualTo("Sage has another entry with the number " + invoice.number() + ".");
        assertThat(invoices()).hasSize(1);
    }

    @Test
    void lockedBooksSayWhatToDoAndAChangedSumIsSeen() {
        confirm(EntryWay.SUMMARY);
        shortOne();
        tomorrow();
        SANDBOX.sage().lock(1, true);
        enter();
        assertThat(only().wrong()).isEqualTo("Sage has locked its books for that day.");
        SANDBOX.sage().lock(1, false);
        assertThat(postings.tryAgain(shop, only().id())).isTrue();
        fail("sage-post", Fault.DONE_UNANSWERED);
        enter();
        SANDBOX.sage().change(1, only().number(), "12.00");
        forwardAnHour();
        enter();
        assertThat(only().state()).isEqualTo(PostingState.DIFFERS);
        assertThat(only().wrong()).contains("£14.50");
    }

    @Test
    void theSecondBusinessTellsInPagesAndIsUnderstood() {
        account = shops.connect(shop, OutsideService.SAGE, 2);
        confirm(EntryWay.SUMMARY);
        shortOne();
        tomorrow();
        fail("sage-post", Fault.DONE_UNANSWERED);
        enter();
        forwardAnHour();
        enter();
        assertThat(SANDBOX.sage().invoices(2)).hasSize(1);
        assertThat(only().state()).isEqualTo(PostingState.ENTERED);
    }

    @Test
    void eachRefreshTokenServesOnceAndTheNextIsKept() {
        var first = accounts.credentials(account);
        assertThat(first.get(2)).isNotEqualTo("demo-sage-refresh-1");
        assertThat(ledgers.chart(account).accounts()).isNotEmpty();
        var second = accounts.credentials(account);
        assertThat(second.get(2)).isNotEqualTo(first.get(2));
        assertThat(ledgers.chart(account).accounts()).isNotEmpty();
        assertThat(accounts.credentials(account)).as("its access token lives").isEqualTo(second);
        assertThat(List.of(second.get(0), second.get(1), second.get(3)))
                .containsExactly("demo-sage-client-1", "demo-sage-secret-1", "demo-sage-business-1");
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenBeforeItIsUsedAndNotAskedForAnew() {
        DATABASE.change(
                "ALTER TABLE counterfoil.vault_kept_secret ADD CONSTRAINT made_to_fail CHECK (false) NOT VALID");
        try {
            SANDBOX.exchanges().clear();
            assertThatThrownBy(() -> ledgers.chart(account)).isInstanceOf(RuntimeException.class);
            assertThat(asked()).as("nothing under a token that is not safe").isEmpty();
        } finally {
            DATABASE.change("ALTER TABLE counterfoil.vault_kept_secret DROP CONSTRAINT made_to_fail");
        }
        assertThat(ledgers.chart(account).accounts()).isNotEmpty();
        assertThat(signIns()).isEqualTo(1);
    }

    @Test
    void anAnswerToASignInThatNeverComesIsSaidWithWhatToDo() {
        fail("sage-auth", Fault.DONE_UNANSWERED);
        assertThatThrownBy(() -> ledgers.chart(account)).isInstanceOf(ServiceUnusable.class);
        assertThatThrownBy(() -> ledgers.chart(account)).isInstanceOfSatisfying(ServiceUnusable.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ServiceUnusable.Kind.SIGN_IN);
            assertThat(refused.mend()).contains("choose New credentials under Connections");
        });
        connect.renew(account, MadeUpShops.credentials(OutsideService.SAGE, 1));
        assertThat(ledgers.chart(account).accounts()).isNotEmpty();
    }

    private static List<Exchange> asked() {
        return SANDBOX.exchanges().all().stream()
                .filter(exchange -> exchange.api().equals("sage"))
                .toList();
    }

    private static long signIns() {
        return SANDBOX.exchanges().all().stream()
                .filter(exchange -> exchange.api().equals("sage-auth"))
                .count();
    }

    private static List<ObjectNode> invoices() {
        return SANDBOX.sage().invoices(1);
    }

    private static Money sum(JsonNode entry, String field) {
        return Money.of(entry.path(field).decimalValue().setScale(2).toPlainString(), "GBP");
    }

    private List<Disclosure> disclosed(Invoice invoice) {
        return disclosures.ofOrder(shop, invoice.order().value()).stream()
                .map(Disclosure.Entry::what)
                .filter(entry -> entry.recipient().equals("SAGE"))
                .toList();
    }
}
