package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An owner's first day, in a real browser: sign in, connect channels, see orders arrive, search, open, move the clock. */
@SpringBootTest(classes = Counterfoil.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class FirstDayTest {

    private static final String PASSWORD = "a sentence for the demo";
    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(7));

    @LocalServerPort
    private int port;

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.amazon.api", SANDBOX::address);
        registry.add("counterfoil.amazon.sign-in", SANDBOX::address);
        registry.add("counterfoil.ebay.api", SANDBOX::address);
        registry.add("counterfoil.royal-mail.api", SANDBOX::address);
        registry.add("counterfoil.training", () -> "true");
    }

    @BeforeAll
    static void theWorldHoldsOrders() {
        SANDBOX.generate("amazon-1", 70);
        SANDBOX.generate("ebay-1", 40);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void anOwnerConnectsTwoChannelsAndSeesTheWholeWay() {
        var shop = openShop.open(
                new Business("Demo Shop (made up)", List.of("1 Example Row", "Leeds"), "LS1 9ZZ", "GB100000034"));
        addPerson.add(shop, Role.OWNER, "Ada Demo-Owner", "owner@shop.example", PASSWORD);
        try (var browser = Browser.start()) {
            var page = browser.atDesktop(ColorScheme.LIGHT);
            page.navigate(at("/orders"));
            looksRight(browser, page, "sign-in");
            page.getByLabel("E-mail").fill("owner@shop.example");
            page.getByLabel("Password").fill(PASSWORD);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            looksRight(browser, page, "orders-empty");

            connect(page, "AMAZON", "demo-amazon-client", "demo-amazon-secret", "wrong");
            assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("does not accept the credentials");
            looksRight(browser, page, "connect-refused");
            connect(page, "AMAZON", "demo-amazon-client", "demo-amazon-secret", "demo-refresh-amazon-1");
            page.getByText("Show the orders").click();
            connect(page, "EBAY", "demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1");
            page.getByText("Show the orders").click();
            page.navigate(at("/connections"));
            page.navigate(at("/attention"));
            page.navigate(at("/orders"));
            looksRight(browser, page, "orders");

            page.getByLabel("Search orders").fill("leeds nobody");
            page.getByLabel("Search orders").press("Enter");
            looksRight(browser, page, "search-nothing");
            page.getByLabel("Search orders").fill("LS1 9ZZ");
            page.getByLabel("Search orders").press("Enter");
            assertThat(page.url()).doesNotContain("LS1");
            looksRight(browser, page, "search");
            page.navigate(at("/orders?state=READY"));
            page.locator("tbody a").first().click();
            looksRight(browser, page, "order");
            for (var path : List.of("connections", "attention", "people", "journal", "ends")) {
                page.navigate(at("/" + path));
                looksRight(browser, page, path);
            }
            shipThreeParcels(browser, page);
            page.navigate(at("/ends"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("30 days"))
                    .click();
            page.getByText("See what has ended").click();
            looksRight(browser, page, "ends-later");
            assertThat(browser.troubles()).isEmpty();
        }
    }

    private void shipThreeParcels(Browser browser, Page page) {
        page.navigate(at("/dispatch"));
        assertThat(page.getByText("No courier is connected yet").isVisible()).isTrue();
        connect(page, "ROYAL_MAIL", "not-a-key");
        assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("does not accept the credentials");
        connect(page, "ROYAL_MAIL", "demo-royalmail-1");
        page.navigate(at("/dispatch"));
        looksRight(browser, page, "dispatch");
        for (int i = 0; i < 3; i++) {
            page.locator("input[name=order]").nth(i).check();
        }
        page.getByLabel("Weight in grams, each").fill("450");
        page.getByText("Book the ticked").click();
        page.getByText("Go on to print the labels").click();
        looksRight(browser, page, "dispatch-booked");
        assertThat(page.locator("input[name=shipment]").count()).isEqualTo(3);
        var printed = page.evaluate(
                "async () => { const form = document.querySelector('form[action$=\"/dispatch/labels\"]');"
                        + " const answer = await fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))});"
                        + " return answer.status + ' ' + answer.headers.get('content-type') + ' ' + answer.headers.get('cache-control'); }");
        assertThat(printed).asString().startsWith("200 application/pdf").contains("no-store");
        page.getByText("The courier has them").click();
        page.getByText("Channel told").first().waitFor();
        assertThat(page.getByText("Channel told").count()).isEqualTo(3);
        looksRight(browser, page, "dispatch-left");
        page.locator("tbody a").last().click();
        looksRight(browser, page, "order-dispatched");
        page.getByText("Make a new label").click();
        looksRight(browser, page, "new-label");
        page.navigate(at("/invoices/products"));
        looksRight(browser, page, "products");
        // They are issued by a job, not by the hand-over.
        page.waitForCondition(() -> {
            page.navigate(at("/invoices"));
            return page.getByText("PDF", new Page.GetByTextOptions().setExact(true))
                            .count()
                    == 3;
        });
        looksRight(browser, page, "invoices");
        var opened = page.evaluate("async () => { const link = document.querySelector('a[href$=\"/pdf\"]');"
                + " const answer = await fetch(link.href);"
                + " return answer.status + ' ' + answer.headers.get('content-type'); }");
        assertThat(opened).isEqualTo("200 application/pdf");
    }

    private void connect(Page page, String service, String... credentials) {
        page.navigate(at("/connections/new?service=" + service));
        for (int i = 0; i < credentials.length; i++) {
            page.locator("#credential" + i).fill(credentials[i]);
        }
        page.getByText("Try and connect").click();
    }

    /** Axe finds nothing serious, and four looks are kept for people's eyes. */
    private static void looksRight(Browser browser, Page page, String name) {
        Browser.hasNoSeriousAxeIssue(page);
        Browser.screenshot(page, name + "-desktop-light");
        if (page.url().contains("/search") || page.url().endsWith("/connections")) {
            return;
        }
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            var phone = browser.alsoAs(page, 390, 844, scheme);
            phone.navigate(page.url());
            Browser.screenshot(phone, name + "-phone-" + scheme.name().toLowerCase(Locale.ROOT));
            phone.context().close();
        }
        var dark = browser.alsoAs(page, 1366, 768, ColorScheme.DARK);
        dark.navigate(page.url());
        Browser.hasNoSeriousAxeIssue(dark);
        Browser.screenshot(dark, name + "-desktop-dark");
        dark.context().close();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
