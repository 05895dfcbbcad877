package app.counterfoil.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.invoice.CreditWish;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.IssueCreditNotes;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.sandbox.http.Exchange;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;

/** A shop with invoices, whose books are kept at an accounting service. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
abstract class BooksBench {

    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(91));
    static final MadeUpOrders MARKET = new MadeUpOrders(SANDBOX);
    static final HubDatabase DATABASE = HubDatabase.fresh();

    @Autowired
    MadeUpShops shops;

    @Autowired
    HubPages pages;

    @Autowired
    EnterSales enterSales;

    @Autowired
    ConfirmBooks confirmBooks;

    @Autowired
    Postings postings;

    @Autowired
    LedgerAccounts ledgers;

    @Autowired
    IssueInvoices issueInvoices;

    @Autowired
    IssueCreditNotes creditNotes;

    @Autowired
    Recipients recipients;

    @Autowired
    Disclosures disclosures;

    @Autowired
    BusinessClock clock;

    @Autowired
    TrainingClock trainingClock;

    @Autowired
    Orders orders;

    @Autowired
    private Accounts accounts;

    @Autowired
    private DownloadOrders downloadOrders;

    SellerId shop = new SellerId(new UUID(0, 0));
    Account account = new Account(shop, new UUID(0, 0), OutsideService.XERO, "none yet");

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
        registry.add("counterfoil.outside.patience", () -> "3s");
        registry.add("counterfoil.accounting.settle", () -> "0s");
    }

    @BeforeEach
    void aShopWithBooks() {
        SANDBOX.xero().clear();
        SANDBOX.exchanges().clear();
        shop = shops.openWithVat();
        shops.connect(shop, OutsideService.AMAZON);
        shops.connect(shop, OutsideService.EBAY);
        account = shops.connect(shop, OutsideService.XERO);
    }

    @AfterEach
    void theBooksAreWell() {
        SANDBOX.faults().clear();
        assertThat(flaws()).isEmpty();
    }

    List<String> flaws() {
        return shops.flaws(shop);
    }

    SignedIn bookkeeper() {
        return shops.person(shop, Role.BOOKKEEPER);
    }

    /** A person confirms what is proposed, from today on. */
    void confirm(EntryWay way) {
        confirmBooks.of(account, proposed(way), bookkeeper().id());
    }

    void confirm(EntryWay way, LocalDate since) {
        confirmBooks.of(account, proposed(way, since), bookkeeper().id());
    }

    ConfirmBooks.Choice proposed(EntryWay way) {
        return proposed(way, clock.today());
    }

    private ConfirmBooks.Choice proposed(EntryWay way, LocalDate since) {
        return new ConfirmBooks.Choice(
                way, since, new EnumMap<>(ledgers.chart(account).proposal()));
    }

    /** A credit note for a refund of today. */
    Invoice credit(Invoice invoice, CreditWish.Part part) {
        var wish = new CreditWish(part, clock.today(), CreditReason.RETURNED);
        return creditNotes.of(shop, invoice.id(), wish, bookkeeper().id());
    }

    /** A short invoice of £15, which names nobody. */
    Invoice shortOne() {
        return invoice(MARKET.ebay(order -> {}), false);
    }

    /** A full invoice, which names Testa Demoson. */
    Invoice fullOne() {
        return fullOne(order -> {});
    }

    Invoice fullOne(Consumer<ObjectNode> change) {
        return invoice(MARKET.ebay(change), true);
    }

    Invoice invoice(String number, boolean full) {
        return issueInvoices.forOrder(shop, taken(number).id(), full, Optional.empty());
    }

    OrderFacts taken(String number) {
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        accounts.of(shop).stream().filter(each -> each.service().isChannel()).forEach(downloadOrders::from);
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 200).stream()
                .filter(order -> order.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
    }

    void tomorrow() {
        trainingClock.forward(1, day -> {});
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        // The token of yesterday is over there: a new one is asked for before the test looks.
        var unused = ledgers.chart(account);
    }

    void enter() {
        enterSales.of(shop);
    }

    /** Pauses before another try, and claims of a program that has ended, are over. */
    void forwardAnHour() {
        DATABASE.change("UPDATE counterfoil.accounting_posting SET due_at = due_at - interval '1 hour',"
                + " claimed_until = claimed_until - interval '1 hour'");
        DATABASE.change("UPDATE counterfoil.accounting_books SET next_round_at = next_round_at - interval '1 hour'");
    }

    Posting only() {
        assertThat(postings.latest(shop, 10)).hasSize(1);
        return postings.latest(shop, 10).get(0);
    }

    Books books() {
        return confirmBooks.confirmed(account).orElseThrow();
    }

    static void fail(String api, Fault fault) {
        SANDBOX.faults().switchOn(new Faults.Switched(api, fault, 1, 1));
    }

    static List<Exchange> sent() {
        return SANDBOX.exchanges().all().stream()
                .filter(exchange -> exchange.api().equals("xero"))
                .filter(exchange -> exchange.request().method().equals("PUT"))
                .toList();
    }

    static List<ObjectNode> there() {
        return SANDBOX.xero().invoices(1);
    }
}
