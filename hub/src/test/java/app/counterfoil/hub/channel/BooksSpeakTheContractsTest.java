package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.accounting.ConfirmBooks;
import app.counterfoil.hub.accounting.EnterSales;
import app.counterfoil.hub.accounting.EntryWay;
import app.counterfoil.hub.accounting.LedgerAccounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.invoice.CreditWish;
import app.counterfoil.hub.invoice.IssueCreditNotes;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.sandbox.http.Exchange;
import app.counterfoil.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever the hub asks of an accounting service under a sign-in that renews itself is asked, and answered, as its published contract says. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class})
class BooksSpeakTheContractsTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(37));

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private ConfirmBooks confirmBooks;

    @Autowired
    private LedgerAccounts ledgers;

    @Autowired
    private EnterSales enterSales;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private IssueCreditNotes creditNotes;

    @Autowired
    private BusinessClock clock;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.outside.patience", () -> "3s");
        registry.add("counterfoil.accounting.settle", () -> "0s");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void aDayAtSageFitsItsContract() {
        assumeTrue(PublishedContract.missing().isEmpty(), "published contracts are missing");
        SANDBOX.exchanges().clear();
        aDay(OutsideService.SAGE, "sage-post");
        assertThat(SANDBOX.sage().invoices(1)).hasSize(2);
        assertThat(SANDBOX.sage().creditNotes(1)).hasSize(1);
        var exchanges = exchanges("sage");
        assertThat(exchanges)
                .extracting(
                        each -> each.request().method() + " " + each.request().path())
                .contains(
                        "GET /v3.1/ledger_accounts",
                        "GET /v3.1/tax_rates",
                        "GET /v3.1/contacts",
                        "POST /v3.1/contacts",
                        "GET /v3.1/sales_invoices",
                        "POST /v3.1/sales_invoices",
                        "GET /v3.1/sales_credit_notes",
                        "POST /v3.1/sales_credit_notes");
        assertThat(departures(exchanges)).isEmpty();
        var wrong = exchanges.stream()
                .filter(each -> each.request().text().contains("invoice_lines"))
                .limit(1)
                .map(each -> spoiled(each, "\"contact_id\"", "\"contact\""))
                .toList();
        assertThat(departures(wrong))
                .as("an exchange made wrong by hand")
                .anyMatch(told -> told.contains("contact_id"));
    }

    /** Of it no description of the calls is published, but the schemas of what is sent and answered are. */
    @Test
    void whatIsSentToQuickBooksHasFieldsThatItsSchemasKnow() {
        var schema = QuickBooksSchema.read();
        assumeTrue(schema.isPresent(), "published schemas are missing");
        SANDBOX.exchanges().clear();
        aDay(OutsideService.QUICKBOOKS, "quickbooks-post");
        assertThat(SANDBOX.quickBooks().invoices(1)).hasSize(2);
        assertThat(SANDBOX.quickBooks().creditMemos(1)).hasSize(1);
        var types = Map.of("invoice", "Invoice", "creditmemo", "CreditMemo", "customer", "Customer");
        var sent = exchanges("quickbooks").stream()
                .filter(each -> each.request().method().equals("POST"))
                .toList();
        assertThat(sent).extracting(BooksSpeakTheContractsTest::last).containsAll(types.keySet());
        assertThat(sent).allSatisfy(each -> {
            var type = types.getOrDefault(last(each), "");
            var body = new JsonMapper().readTree(each.request().body());
            assertThat(schema.get().departures(type, body)).isEmpty();
            assertThat(schema.get().departures(type, spoiled(body)))
                    .as("made wrong by hand")
                    .containsExactly(type + " has no Nonsense");
        });
    }

    private static JsonNode spoiled(JsonNode body) {
        return ((ObjectNode) body.deepCopy()).put("Nonsense", 1);
    }

    private static String last(Exchange exchange) {
        var path = exchange.request().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Two full invoices and a credit note are entered for themselves; of one the answer does not come, so it is looked for. */
    private void aDay(OutsideService service, String post) {
        var shop = shops.openWithVat();
        var bookkeeper = shops.person(shop, Role.OWNER);
        var books = shops.connect(shop, service);
        var market = new MadeUpOrders(SANDBOX);
        var sold = List.of(market.ebay(order -> {}), market.ebay(order -> {}));
        shops.download(shop, OutsideService.EBAY);
        var invoices = shops.ready(shop)
                .filter(order -> sold.contains(order.channelOrderId()))
                .map(order -> issueInvoices.forOrder(shop, order.id(), true, Optional.empty()))
                .toList();
        creditNotes.of(
                shop,
                invoices.get(0).id(),
                new CreditWish(new CreditWish.Amount(Money.pence(2_00)), clock.today(), CreditReason.RETURNED),
                bookkeeper.id());
        DATABASE.change(
                "UPDATE counterfoil.invoice_invoice SET issued_on = issued_on - 1 WHERE seller_id = '" + shop + "'");
        confirmBooks.of(
                books,
                new ConfirmBooks.Choice(
                        EntryWay.EACH,
                        clock.today().minusDays(1),
                        ledgers.chart(books).proposal()),
                bookkeeper.id());
        SANDBOX.faults().switchOn(new Faults.Switched(post, Fault.DONE_UNANSWERED, 1, 1));
        enterSales.of(shop);
        SANDBOX.faults().clear();
        again(shop);
    }

    private void again(SellerId shop) {
        DATABASE.change("UPDATE counterfoil.accounting_posting SET due_at = made_at WHERE due_at IS NOT NULL");
        DATABASE.change("UPDATE counterfoil.accounting_books SET next_round_at = confirmed_at");
        enterSales.of(shop);
    }

    private static List<Exchange> exchanges(String api) {
        return SANDBOX.exchanges().all().stream()
                .filter(exchange -> exchange.api().equals(api))
                .toList();
    }

    private static List<String> departures(List<Exchange> exchanges) {
        var judge = PublishedContract.of("sage").orElseThrow().judge();
        return exchanges.stream()
                .flatMap(exchange -> judge.departures(exchange).stream())
                .distinct()
                .toList();
    }

    private static Exchange spoiled(Exchange exchange, String part, String instead) {
        var asked = exchange.request();
        var body = asked.text().replace(part, instead).getBytes(StandardCharsets.UTF_8);
        return new Exchange(
                exchange.at(),
                exchange.api(),
                new Request(asked.method(), asked.path(), asked.rawQuery(), asked.headers(), body),
                exchange.reply(),
                exchange.fault());
    }
}
