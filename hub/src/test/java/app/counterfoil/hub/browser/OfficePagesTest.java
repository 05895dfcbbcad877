package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.seller.ApiScope;
import app.counterfoil.hub.seller.ApiTokens;
import app.counterfoil.hub.seller.Role;
import com.microsoft.playwright.Page;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages on which a shop shows that it keeps what it promises: reviews, promises, and the policy for everybody. */
class OfficePagesTest extends BrowserBench {

    @Autowired
    private ApiTokens tokens;

    @Test
    void theReviewsLookRight() {
        var here = signedIn(Role.OWNER);
        here.open("/reviews");
        assertThat(here.text()).contains("Nothing is due.", "Retention policy", "Royal Mail");
        here.looksRight("reviews");
        here.open("/reviews/POLICY/BREACH");
        here.page().getByLabel("What came of it").selectOption("TO_CHANGE");
        here.press("Record it");
        assertThat(here.text()).contains("It is not said what.");
        here.looksRight("review-refused");
        here.page().getByLabel("Note").fill("The list of who is called at night is two years old.");
        here.press("Record it");
        here.open("/reviews/POLICY/BREACH");
        assertThat(here.text()).contains("Something has to change", "two years old");
        here.looksRight("review");
        here.open("/reviews/access");
        here.looksRight("access-review-none");
        var unused = tokens.make(
                shops.person(shop, Role.OWNER, mail(Role.OWNER)),
                "Help desk",
                Set.of(ApiScope.RIGHTS_REQUESTS),
                ApiTokens.USUAL_DAYS);
        here.press("Begin the review");
        assertThat(here.text())
                .contains("You are the only owner.", "To be decided", "Programs with a token", "Help desk");
        here.looksRight("access-review");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void thePromisesAndThePolicyLookRight() {
        var here = signedIn(Role.OWNER);
        here.open("/promises");
        assertThat(here.text()).contains("Looked at just now", "Sentence 22", "Art 44–49", "Not yet");
        here.looksRight("promises");
        here.open("/promises/policy");
        assertThat(here.text()).contains("No version is published yet.");
        here.looksRight("publish-policy");
        here.page()
                .getByText("Publish it", new Page.GetByTextOptions().setExact(true))
                .click();
        here.press("Yes, publish it");
        assertThat(here.text()).contains("Version 1 is published.", "Published as it is");
        var anybody = new ShopInABrowser(browser, port);
        anybody.open("/policy/" + shop);
        assertThat(anybody.text()).contains("Version 1, published on", "Who we are", "All versions");
        anybody.looksRight("public-policy");
        anybody.open("/policy/" + shop + "/versions/1");
        assertThat(anybody.text()).contains("This is version 1, as it was published");
        anybody.looksRight("public-policy-earlier");
        assertThat(browser.troubles()).isEmpty();
    }
}
