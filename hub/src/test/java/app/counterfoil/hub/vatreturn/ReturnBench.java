package app.counterfoil.hub.vatreturn;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
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
import java.time.LocalDate;
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

/** A shop that makes VAT returns for quarters since the summer before last, and documents on the days a test wants. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
abstract class ReturnBench {

    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(93));
    static final MadeUpOrders MARKET = new MadeUpOrders(SANDBOX);
    static final HubDatabase DATABASE = HubDatabase.fresh();

    @Autowired
    MadeUpShops shops;

    @Autowired
    HubPages pages;

    @Autowired
    VatReturns returns;

    @Autowired
    VatPeriods periods;

    @Autowired
    Purchases purchases;

    @Autowired
    ImportPurchases importPurchases;

    @Autowired
    IssueInvoices issueInvoices;

    @Autowired
    BusinessClock clock;

    @Autowired
    Orders orders;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private Accounts accounts;

    @Autowired
    private DownloadOrders downloadOrders;

    SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
        registry.add("counterfoil.outside.patience", () -> "3s");
        registry.add("counterfoil.hmrc.settle", () -> "0s");
        registry.add("counterfoil.hmrc.vendor-public-ip", () -> "203.0.113.6");
    }

    @BeforeEach
    void aShopThatMakesReturns() {
        shop = shops.openWithVat();
        shops.connect(shop, OutsideService.EBAY);
        returns.say(shop, first(), Rhythm.QUARTERLY, bookkeeper().id());
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

    /** The first day of the first period: two quarters ago, so that the last two are over. */
    LocalDate first() {
        return clock.today().withDayOfMonth(1).minusMonths(8);
    }

    VatPeriod period(int number) {
        return periods.begun(shop).get(number);
    }

    /** An order at eBay of £15.00 with VAT, invoiced, as if it had been placed on that day. */
    Invoice sold(LocalDate day) {
        return sold(day, order -> {});
    }

    Invoice sold(LocalDate day, Consumer<ObjectNode> change) {
        var invoice = issued(taken(MARKET.ebay(change)));
        changeInvoice(invoice.id(), "supplied_on = '" + day + "', issued_on = '" + day + "'");
        return invoice;
    }

    Invoice issued(OrderFacts order) {
        return issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
    }

    /** What is issued cannot be changed by the application; the day is moved past it. */
    void changeInvoice(UUID invoice, String set) {
        DATABASE.change("UPDATE counterfoil.invoice_invoice SET " + set + " WHERE invoice_id = '" + invoice + "'");
    }

    OrderFacts taken(String number) {
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        accounts.of(shop).stream().filter(each -> each.service().isChannel()).forEach(downloadOrders::from);
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 200).stream()
                .filter(order -> order.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
    }

    Purchase bought(LocalDate day, String number, long net, long vat) {
        var purchase = new Purchase(
                UUID.randomUUID(),
                PurchaseKind.BOUGHT,
                day,
                Optional.empty(),
                number,
                Money.pence(net),
                Money.pence(vat));
        purchases.note(shop, purchase, bookkeeper().id());
        return purchase;
    }

    void submitElsewhere(VatPeriod period) {
        returns.submittedElsewhere(
                shop,
                period,
                returns.draft(shop, period).figures().seen(),
                bookkeeper().id());
    }
}
