package app.counterfoil.hub.vatreturn.onestop;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.invoice.CreditWish;
import app.counterfoil.hub.invoice.ExchangeRates;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.IssueCreditNotes;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.invoice.VatStandings;
import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.NeedsAttention;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.tax.DistanceSales;
import app.counterfoil.hub.tax.VatScheme;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;

/** A shop in Belfast that takes part in both schemes for years, opened here three quarters ago. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
abstract class OneStopBench {

    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(94));
    static final MadeUpOrders MARKET = new MadeUpOrders(SANDBOX);
    static final HubDatabase DATABASE = HubDatabase.fresh();

    @Autowired
    MadeUpShops shops;

    @Autowired
    HubPages pages;

    @Autowired
    OneStopReturns returns;

    @Autowired
    EuroRates rates;

    @Autowired
    VatStandings standings;

    @Autowired
    BusinessClock clock;

    @Autowired
    IssueInvoices issueInvoices;

    @Autowired
    private ExchangeRates sterling;

    @Autowired
    private IssueCreditNotes creditNotes;

    @Autowired
    private Orders orders;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private Accounts accounts;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private List<NeedsAttention> attention;

    SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
        registry.add("counterfoil.outside.patience", () -> "3s");
    }

    @BeforeEach
    void aShopThatTakesPart() {
        shop = shops.openWithVat();
        shops.connect(shop, OutsideService.EBAY);
        standings.say(shop, said(LocalDate.of(2022, 1, 1), true), me().id());
        opened(quarter(0).start());
    }

    @AfterEach
    void theBooksAreWell() {
        SANDBOX.faults().clear();
        assertThat(flaws()).isEmpty();
    }

    /** From Northern Ireland, and in the One Stop Shop or below the limit. */
    static VatStandings.Said said(LocalDate from, boolean takesPart) {
        return new VatStandings.Said(
                from,
                Optional.empty(),
                true,
                Territory.NORTHERN_IRELAND,
                VatScheme.STANDARD,
                Optional.empty(),
                takesPart ? DistanceSales.ONE_STOP_SHOP : DistanceSales.BELOW_LIMIT,
                false,
                Set.of());
    }

    /** From Great Britain, with parcels in the Import One Stop Shop. */
    static VatStandings.Said withParcels(LocalDate from) {
        return new VatStandings.Said(
                from,
                Optional.empty(),
                true,
                Territory.GREAT_BRITAIN,
                VatScheme.STANDARD,
                Optional.empty(),
                DistanceSales.BELOW_LIMIT,
                true,
                Set.of());
    }

    void opened(LocalDate day) {
        DATABASE.change("UPDATE counterfoil.seller_seller SET opened_at = '" + day + "T12:00:00Z' WHERE seller_id = '"
                + shop.value() + "'");
    }

    SignedIn me() {
        return shops.person(shop, Role.BOOKKEEPER);
    }

    /** Quarters: 0 is the third last that is over, 2 the last that is, 3 is under way. */
    TaxPeriod quarter(int number) {
        var now = OneStopShop.UNION.periodOf(clock.today());
        return OneStopShop.UNION.periodOf(now.start().minusMonths(3L * (3 - number)));
    }

    List<String> flaws() {
        return shops.flaws(shop);
    }

    List<String> reminders() {
        return attention.stream()
                .flatMap(each -> each.of(shop).stream())
                .map(item -> item.title() + ": " + item.wrong())
                .filter(text -> text.contains("One Stop Shop"))
                .toList();
    }

    /** An order at eBay of €15.00 with VAT to Berlin, invoiced, as if it had been placed on that day. */
    Invoice sold(LocalDate day) {
        return sold(day, "10115", "DE", true);
    }

    Invoice sold(LocalDate day, String postcode, String country, boolean inEuros) {
        return sold(day, order -> {
            MadeUpOrders.address(order, "Testa Demoson", postcode, country);
            if (inEuros) {
                MadeUpOrders.inEuros(order);
            }
        });
    }

    private Invoice sold(LocalDate day, Consumer<ObjectNode> change) {
        sterling.enter(shop, "EUR", clock.today().toString().substring(0, 7), "1.15");
        sterling.enter(shop, "EUR", clock.today().minusMonths(1).toString().substring(0, 7), "1.15");
        var order = taken(MARKET.ebay(change));
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        changed(invoice.id(), day, day);
        return invoice;
    }

    /** What is issued cannot be changed by the application; its days are moved past it. */
    void changed(UUID document, LocalDate supplied, LocalDate issued) {
        DATABASE.change("UPDATE counterfoil.invoice_invoice SET supplied_on = '" + supplied + "', issued_on = '"
                + issued + "' WHERE invoice_id = '" + document + "'");
    }

    Invoice givenBack(Invoice invoice, String euros, LocalDate day) {
        var note = creditNotes.of(
                shop,
                invoice.id(),
                new CreditWish(
                        new CreditWish.Amount(
                                Money.of(euros, invoice.gross().currency().getCurrencyCode())),
                        clock.today(),
                        CreditReason.RETURNED),
                me().id());
        changed(note.id(), day, day);
        return note;
    }

    private OrderFacts taken(String number) {
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        accounts.of(shop).stream().filter(each -> each.service().isChannel()).forEach(downloadOrders::from);
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 200).stream()
                .filter(order -> order.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
    }

    FrozenOneStopReturn submitted(TaxPeriod period) {
        return returns.submitted(
                shop,
                period,
                returns.draft(shop, period).figures().seen(),
                new PortalReceipt(clock.today(), "GB/XI100000034/" + period.start()),
                me().id());
    }
}
