package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.payout.SettlementFiles;
import app.counterfoil.hub.seller.Role;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Settlements in a browser: a file is looked at, taken in, and shown down to its lines. */
class PayoutPagesTest extends BrowserBench {

    @Test
    void aSettlementIsLookedAtTakenInShownAndRemoved() {
        var here = signedIn(Role.BOOKKEEPER);
        here.open("/payouts");
        assertThat(here.text()).contains("No settlement was taken in yet", "Where the file is", "Seller Central");
        here.looksRight("payouts-none");
        here.follow("Take in a settlement");
        here.looksRight("payout-new");
        look(
                here,
                SettlementFiles.amazon("15501234011", "026-7654321-1234567", 20_00)
                        .replace("20.00", "twenty"));
        assertThat(here.text()).contains("1 cell of this file cannot be read.", "This is no amount");
        here.looksRight("payout-refused");
        var file = SettlementFiles.amazon("15501234011", "026-7654321-1234567", 1_234_56);
        look(here, file);
        assertThat(here.text()).contains("What the file says", "1 settlement is new.", "£1,049.38");
        here.looksRight("payout-look");
        here.press("Take in this settlement");
        here.page().getByText("1 settlement was taken in.").waitFor();
        assertThat(here.text()).contains("15501234011", "£1,234.56");
        here.looksRight("payouts");
        here.follow("15501234011");
        assertThat(here.text())
                .contains("Settlement 15501234011", "Commission", "1 difference to look at", "Not known here");
        here.looksRight("payout");
        lookedAt(here);
        here.follow("Commission");
        assertThat(here.text()).contains("026-7654321-1234567", "-£185.18");
        here.looksRight("payout-lines");
        knownAndRemoved(here, file);
        assertThat(browser.troubles()).isEmpty();
    }

    private static void knownAndRemoved(ShopInABrowser here, String file) {
        here.open("/payouts/new");
        look(here, file);
        assertThat(here.text()).contains("Taken in before", "Nothing of it is taken in.");
        here.open("/payouts");
        here.follow("15501234011");
        here.page()
                .getByText("Remove", new Page.GetByTextOptions().setExact(true))
                .click();
        here.press("Yes, remove it");
        assertThat(here.text()).contains("Removed. Its file can be taken in again.");
    }

    private static void lookedAt(ShopInABrowser here) {
        here.page()
                .getByText("Looked at", new Page.GetByTextOptions().setExact(true))
                .click();
        here.page().getByLabel("What came of it").selectOption("Of another shop or program");
        here.looksRight("payout-look-at");
        here.press("Note it");
        assertThat(here.text()).contains("Differences, all looked at", "Looked at: Of another shop or program");
        here.looksRight("payout-looked-at");
    }

    private static void look(ShopInABrowser here, String file) {
        here.page()
                .getByLabel("Account")
                .selectOption(here.page()
                        .locator("#account option", new Page.LocatorOptions().setHasText("(Amazon)"))
                        .first()
                        .getAttribute("value"));
        here.page()
                .getByLabel("Settlement file")
                .setInputFiles(new FilePayload("settlement.txt", "text/plain", file.getBytes(StandardCharsets.UTF_8)));
        here.page().evaluate("document.querySelector('main').dataset.before = ''");
        here.page().waitForResponse(answer -> answer.url().endsWith("/look"), () -> here.press("Look at the file"));
        here.page().locator("main:not([data-before]) h1").waitFor();
    }
}
