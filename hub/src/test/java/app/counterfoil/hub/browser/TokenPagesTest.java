package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.seller.Role;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A token is made, shown once and revoked on a page that looks right. */
class TokenPagesTest extends BrowserBench {

    @Test
    void aTokenIsMadeShownOnceAndRevoked() {
        var here = signedIn(Role.OWNER);
        here.open("/tokens");
        here.looksRight("tokens-empty");
        here.page()
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill("Help desk");
        here.page().getByLabel("Hand in people's requests").check();
        here.page().getByLabel("Make files of facts").check();
        here.press("Make the token");
        assertThat(here.text()).contains("Copy it now: it is shown this once", "cfk_", "Never");
        here.looksRight("tokens");
        here.open("/tokens");
        assertThat(here.text()).doesNotContain("cfk_").contains("Help desk");
        here.page().locator("summary:has-text('Revoke')").click();
        here.press("Yes, revoke it");
        assertThat(here.text()).contains("It is revoked", "Revoked");
        assertThat(browser.troubles()).isEmpty();
    }
}
