package app.counterfoil.hub.browser;

import static app.counterfoil.hub.browser.ShopInABrowser.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.channel.TellChannels;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.dispatch.AnnounceDispatched;
import app.counterfoil.hub.invoice.IssueDueInvoices;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.AccountingYear;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole way in a real browser: connect, download, search, ship, print, invoice; then the clock moves and the label,
 * the people and at last the tax record end.
 */
@SpringBootTest(
        classes = {Counterfoil.class, MadeUpShops.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
class FirstDayTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(7));

    @LocalServerPort
    private int port;

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    private AnnounceDispatched announceDispatched;

    @Autowired
    private TellChannels tellChannels;

    @Autowired
    private IssueDueInvoices issueDueInvoices;

    @Autowired
    private Orders orders;

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private SellerDetails details;

    @Autowired
    private BusinessClock clock;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
    }

    @BeforeAll
    static void theWorldHoldsOrders() {
        SANDBOX.generate("amazon-1", 24);
        SANDBOX.generate("ebay-1", 12);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void anOwnerConnectsTwoChannelsSendsAParcelAndSeesEverythingEndOnItsDay() {
        var shop = shops.open("Demo Shop (made up)", MadeUpShops.VAT_NUMBER);
        details.save(shop, Optional.of(AccountingYear.endingWithMonthOf(clock.today())));
        addPerson.add(shop, Role.OWNER, "Ada Demo-Owner", "owner@shop.example", PASSWORD);
        try (var browser = Browser.start()) {
            var here = new ShopInABrowser(browser, port);
            here.open("/orders");
            here.looksRight("sign-in");
            here.signIn("owner@shop.example");
            here.looksRight("orders-none");
            connectBothChannels(here);
            searchAndOpen(here);
            var sent = shipAndInvoice(here, shop);
            watchItEnd(here, shop, sent);
            assertThat(browser.troubles()).isEmpty();
        }
    }

    private static void connectBothChannels(ShopInABrowser here) {
        here.open("/connections");
        here.looksRight("connections-none");
        here.connect("AMAZON", "demo-amazon-client", "demo-amazon-secret", "wrong");
        assertThat(here.text()).contains("does not accept the credentials");
        here.looksRight("connect-refused");
        here.connect("AMAZON", "demo-amazon-client", "demo-amazon-secret", "demo-refresh-amazon-1");
        here.page().getByText("24 new orders").waitFor();
        here.looksRight("work-downloaded");
        here.follow("Show the orders");
        here.connect("EBAY", "demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1");
        here.follow("Show the orders");
        Browser.screenshot(here.page(), "screenshot-orders", false);
        here.looksRight("orders");
        here.page().getByLabel("Channel").selectOption("EBAY");
        here.page().waitForURL(Pattern.compile("channel=EBAY"));
        here.looksRight("orders-filtered");
        here.open("/orders?state=RETURNED");
        here.looksRight("orders-no-fit");
    }

    private static void searchAndOpen(ShopInABrowser here) {
        here.search("leeds nobody");
        assertThat(here.text()).contains("Nothing found", "People are found in open orders");
        here.looksRight("search-miss");
        here.search("LS1 9ZZ");
        assertThat(here.page().locator("tbody tr").count()).isPositive();
        here.looksRight("search-hit");
        here.page().locator("tbody a").first().click();
        assertThat(here.text()).contains("Who may see what, until when", "Owner, Packer, Customer service");
        for (var path : List.of("attention", "journal", "disclosures", "ends", "invoices")) {
            here.open("/" + path);
            here.looksRight(path + "-first-day");
        }
    }

    /** Books three parcels, prints and hands them over, and gives one a full invoice; its path is returned. */
    private String shipAndInvoice(ShopInABrowser here, SellerId shop) {
        connectCourier(here);
        here.open("/dispatch");
        here.looksRight("dispatch-ready");
        var british = here.page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Amazon"));
        for (int i = 0; i < 3; i++) {
            british.nth(i).locator("input[name=order]").check();
        }
        here.page().getByLabel("Weight in grams, each").fill("450");
        here.press("Book the ticked");
        here.follow("Go on to print the labels");
        here.looksRight("dispatch-booked");
        var order = here.page().locator("tbody a").first().getAttribute("href");
        assertThat(here.fetchedFrom("document.querySelector('form[action$=\"/dispatch/labels\"]')"))
                .startsWith("200 application/pdf")
                .contains("no-store");
        sayTheVatOnce(here);
        here.open(order);
        here.press("Issue a full one, with the buyer's name");
        assertThat(here.text()).contains("is issued.", "Customer named on the invoice");
        here.open("/dispatch");
        here.handOver();
        whatJobsDoSoon(shop);
        here.open("/dispatch");
        here.page().getByText("Channel told").first().waitFor();
        here.looksRight("dispatch-left");
        here.open("/disclosures");
        assertThat(here.text()).contains("Royal Mail", "Parcel booked", "Channel told of the parcel");
        here.looksRight("disclosures-first-parcels");
        here.open("/invoices");
        assertThat(here.fetchedFrom("document.querySelector('a[href$=\"/pdf\"]')"))
                .startsWith("200 application/pdf");
        here.looksRight("invoices");
        here.open("/invoices/products");
        here.looksRight("products");
        here.open(order);
        here.looksRight("order-sent");
        return order;
    }

    private static void connectCourier(ShopInABrowser here) {
        here.open("/dispatch");
        assertThat(here.text()).contains("No courier is connected yet");
        here.looksRight("dispatch-no-courier");
        here.connect("ROYAL_MAIL", "not-a-key");
        assertThat(here.text()).contains("does not accept the credentials");
        here.connect("ROYAL_MAIL", "demo-royalmail-1");
    }

    private static void sayTheVatOnce(ShopInABrowser here) {
        here.open("/invoices");
        here.follow("Say it now");
        assertThat(here.text()).contains("Say once how most of what you sell is rated.", "Not said yet");
        here.looksRight("products-not-said");
        here.page().getByLabel("Most of what I sell is").selectOption("STANDARD");
        here.press("Save");
        assertThat(here.text()).contains("issued by itself").doesNotContain("Not said yet", "Say once");
    }

    /** The jobs do it within seconds; here they are asked, so that no other job comes in between. */
    private void whatJobsDoSoon(SellerId shop) {
        announceDispatched.of(shop);
        tellChannels.of(shop);
        issueDueInvoices.issue(shop);
    }

    private void watchItEnd(ShopInABrowser here, SellerId shop, String order) {
        var number = here.page().locator("h1").innerText();
        var name = here.page().locator(".cf-address strong").innerText();
        assertThat(here.text()).contains("Print the label again");
        move(here, "21 days");
        here.open(order);
        assertThat(here.text()).contains("21 days after it was made").doesNotContain("Print the label again");
        assertThat(here.text()).contains(name);
        here.looksRight("order-label-ended");

        move(here, "30 days");
        here.follow("See what has ended");
        here.looksRight("ends-after-51-days");
        here.open(order);
        assertThat(here.text())
                .contains("Rule for delivery", "Nobody any more, us included")
                .doesNotContain(name);
        assertThat(here.text()).contains("Customer named on the invoice\nSeen by\nOwner, Bookkeeper");
        here.search(number);
        assertThat(here.text()).contains("Whom order " + number + " was for ended on");
        here.looksRight("search-hit-ended");

        everythingElseLeaves(shop);
        move(here, "6 years");
        here.open(order);
        assertThat(here.text()).contains("Rule for tax record").doesNotContain("Seen by\nOwner, Bookkeeper");
        here.looksRight("order-all-ended");
        here.open("/ends");
        assertThat(here.text()).contains("Tax record");
        here.looksRight("ends-after-years");
    }

    /** No shop keeps an order open for years, and each that is open is carried on every week. */
    private void everythingElseLeaves(SellerId shop) {
        var ready = orders.page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 500);
        moveOrders.to(
                OrderState.DISPATCHED, shop, ready.stream().map(OrderFacts::id).toList(), Optional.empty());
    }

    private static void move(ShopInABrowser here, String step) {
        here.open("/ends");
        here.press(step);
        here.page().getByText("further.").waitFor(new Locator.WaitForOptions().setTimeout(600_000));
    }
}
