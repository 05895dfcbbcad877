package app.counterfoil.hub.failure;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.accounting.Books;
import app.counterfoil.hub.accounting.ConfirmBooks;
import app.counterfoil.hub.accounting.EnterSales;
import app.counterfoil.hub.accounting.EntryWay;
import app.counterfoil.hub.accounting.LedgerAccounts;
import app.counterfoil.hub.accounting.Posting;
import app.counterfoil.hub.accounting.PostingState;
import app.counterfoil.hub.accounting.Postings;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.failure.FailNth.Failure;
import app.counterfoil.hub.failure.FailureBench.Flow;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every statement and every call of entering a sale into the books fails once, and it stands there once. */
class EveryFailureOfTheBooksTest {

    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(93));
    private static final MadeUpOrders MARKET = new MadeUpOrders(SANDBOX);

    private static FailureBench bench;

    @BeforeAll
    static void aHub() {
        bench = new FailureBench(SANDBOX);
    }

    @AfterAll
    static void close() {
        bench.close();
        SANDBOX.close();
    }

    /** Where books are kept, and the numbers of what stands there. */
    private enum Kept {
        XERO(OutsideService.XERO, "InvoiceNumber"),
        SAGE(OutsideService.SAGE, "reference"),
        QUICKBOOKS(OutsideService.QUICKBOOKS, "DocNumber");

        private final OutsideService service;
        private final String number;

        Kept(OutsideService service, String number) {
            this.service = service;
            this.number = number;
        }

        List<String> numbers() {
            return entries().stream()
                    .map(entry -> entry.path(number).asString(""))
                    .toList();
        }

        private List<? extends JsonNode> entries() {
            return switch (this) {
                case XERO -> SANDBOX.xero().invoices(1);
                case SAGE -> SANDBOX.sage().invoices(1);
                case QUICKBOOKS -> SANDBOX.quickBooks().invoices(1);
            };
        }
    }

    @ParameterizedTest
    @CsvSource({
        "XERO, STATEMENT_REFUSED",
        "XERO, STATEMENT_UNANSWERED",
        "XERO, CALL_LOST",
        "XERO, CALL_UNANSWERED",
        // The statements are the same for all; the calls are not.
        "SAGE, CALL_LOST",
        "SAGE, CALL_UNANSWERED",
        "QUICKBOOKS, CALL_LOST",
        "QUICKBOOKS, CALL_UNANSWERED"
    })
    void aSaleIsEnteredIntoTheBooksOnce(Kept kept, Failure failure) {
        var met = bench.eachOf(failure, new Entering(kept));
        System.out.println(kept + " " + failure + " met " + met + " times");
        assertThat(met).isPositive();
    }

    private static final class Entering implements Flow {

        private final Kept kept;
        private SellerId shop = new SellerId(new UUID(0, 0));
        private Account books = new Account(shop, new UUID(0, 0), OutsideService.XERO, "none yet");
        private String number = "";

        Entering(Kept kept) {
            this.kept = kept;
        }

        @Override
        public SellerId shop() {
            return shop;
        }

        /** A shop with one full invoice of yesterday, which somebody wants entered for itself. */
        @Override
        public void prepare() {
            SANDBOX.xero().clear();
            SANDBOX.sage().clear();
            SANDBOX.quickBooks().clear();
            shop = bench.shopOfNobody();
            bench.part(VatClasses.class).sayMost(shop, VatClass.STANDARD, Optional.empty());
            books = new MadeUpShops(bench.hub()).connect(shop, kept.service);
            var invoice = bench.part(IssueInvoices.class)
                    .forOrder(shop, taken(MARKET.ebay(order -> {})), true, Optional.empty());
            bench.issuedYesterday(invoice.id());
            number = invoice.number();
            var choice = new ConfirmBooks.Choice(
                    EntryWay.EACH,
                    bench.part(BusinessClock.class).today().minusDays(1),
                    bench.part(LedgerAccounts.class).chart(books).proposal());
            bench.part(ConfirmBooks.class).of(books, choice, UUID.randomUUID());
        }

        private OrderId taken(String channelOrderId) {
            Account ebay = bench.connect(
                    shop, OutsideService.EBAY, "demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1");
            assertThat(bench.part(DownloadOrders.class).from(ebay)).isTrue();
            return bench.part(Orders.class).page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 300).stream()
                    .filter(order -> order.channelOrderId().equals(channelOrderId))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        @Override
        public void run() {
            bench.part(EnterSales.class).of(shop);
        }

        /** A round that was stopped says so under Bookkeeping, and goes on by itself. */
        @Override
        public boolean looksDone() {
            return bench.part(ConfirmBooks.class)
                    .confirmed(books)
                    .filter(Books::isStopped)
                    .isEmpty();
        }

        @Override
        public void check() {
            assertThat(kept.numbers()).containsExactly(number);
            assertThat(bench.part(Postings.class).latest(shop, 10))
                    .allMatch(posting -> posting.state() == PostingState.ENTERED)
                    .extracting(Posting::number)
                    .containsExactly(number);
        }
    }
}
