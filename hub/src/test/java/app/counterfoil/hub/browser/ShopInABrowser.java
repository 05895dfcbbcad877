package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.MadeUpShops;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What people do on the pages, in the words of the pages. */
final class ShopInABrowser {

    static final String PASSWORD = MadeUpShops.PASSWORD;

    private final Browser browser;
    private final Page page;
    private final int port;

    /** A new window of the browser, of somebody who has not signed in. */
    ShopInABrowser(Browser browser, int port) {
        this.browser = browser;
        this.page = browser.window();
        this.port = port;
    }

    Page page() {
        return page;
    }

    void looksRight(String name) {
        browser.looksRight(page, name);
    }

    void open(String path) {
        page.navigate("http://127.0.0.1:" + port + path);
    }

    void signIn(String email) {
        open("/orders");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        press("Sign in");
        page.getByLabel("Search orders").waitFor();
        page.waitForLoadState();
    }

    /** Presses the button with exactly these words. */
    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    /** Follows the link with these words, waiting for it if work is under way. */
    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    /** Says that the courier has the ticked parcels, which takes a second press: it cannot be undone. */
    void handOver() {
        page.getByText("The courier has them", new Page.GetByTextOptions().setExact(true))
                .click();
        press("Yes, the courier has them");
    }

    void search(String text) {
        page.getByLabel("Search orders").fill(text);
        page.getByLabel("Search orders").press("Enter");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Search results"))
                .waitFor();
        assertThat(page.url()).endsWith("/orders/search");
    }

    void connect(String service, String... credentials) {
        open("/connections/new?service=" + service);
        for (int i = 0; i < credentials.length; i++) {
            page.locator("#credential" + i).fill(credentials[i]);
        }
        if (page.locator("input[name=agreed]").count() > 0) {
            page.locator("input[name=agreed]").check();
        }
        press("Try and connect");
    }

    /** Goes from field to field with the Tab key alone until the focus is on what bears these words. */
    void tabTo(String words) {
        for (int presses = 0; presses < 80; presses++) {
            page.keyboard().press("Tab");
            var focused = page.evaluate("document.activeElement.textContent.trim()");
            if (words.equals(focused)) {
                assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                        .as("the focus is seen on " + words)
                        .isEqualTo("solid");
                return;
            }
        }
        throw new AssertionError("The Tab key does not reach \"" + words + "\" on " + page.url());
    }

    /** Presses Enter on what has the focus and waits for the page that it leads to. */
    void enterUntilSeen(String words) {
        page.keyboard().press("Enter");
        page.getByText(words, new Page.GetByTextOptions().setExact(true))
                .first()
                .waitFor();
    }

    String text() {
        // A page is shown while the rest of it is still coming.
        page.waitForLoadState();
        return page.locator("main").innerText();
    }

    /** Fetches what a form or link of the page would open in a window of its own; its status and type. */
    String fetchedFrom(String javascriptOfElement) {
        return String.valueOf(page.evaluate("async () => { const it = " + javascriptOfElement + ";"
                + " const answer = it.action"
                + "   ? await fetch(it.action, {method: 'POST', body: new URLSearchParams(new FormData(it))})"
                + "   : await fetch(it.href);"
                + " return answer.status + ' ' + answer.headers.get('content-type') + ' '"
                + "   + answer.headers.get('cache-control'); }"));
    }
}
