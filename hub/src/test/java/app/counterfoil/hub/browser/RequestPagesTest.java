package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.seller.Role;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What people ask for about their data, on the pages of those who answer and on the one that is open to everybody. */
class RequestPagesTest extends BrowserBench {

    @Test
    void aRequestIsTakenInLookedAtAndCarriedOut() {
        var order = shops.ready(shop).findFirst().orElseThrow();
        var here = signedIn(Role.DATA_PROTECTION);
        here.open("/requests");
        here.looksRight("requests-empty");
        here.follow("Take in a request");
        here.looksRight("new-request");
        here.page().getByLabel("What they ask for").selectOption("ERASURE");
        here.page()
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill("Testa Demoson (made up)");
        here.page().getByLabel("Order numbers").fill(order.channelOrderId());
        here.page().getByLabel("In their words").fill("Please delete everything that you hold on me.");
        here.press("Take it in");
        here.press("Look for their orders");
        assertThat(here.text()).contains("Number given", order.channelOrderId(), "the order is still to be sent");
        here.follow("It has arrived");
        assertThat(here.text()).contains("nobody: they gave no e-mail address");
        here.looksRight("request-letter");
        here.follow("Back");
        here.press("They have shown it");
        here.looksRight("request");
        here.page()
                .getByText("Erase it", new Page.GetByTextOptions().setExact(true))
                .click();
        here.press("Yes, erase it");
        assertThat(here.text()).contains("Finishes by itself", "0 of what should be gone opens");
        here.looksRight("request-waits");
        here.open("/requests");
        here.looksRight("requests");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void whoeverHasNoAccountAsksOnThePublicPage() {
        var stranger = new ShopInABrowser(browser, port);
        stranger.open("/privacy/" + shop);
        stranger.looksRight("public-form");
        stranger.page().getByLabel("E-mail").fill("somebody@buyer.example");
        stranger.press("Go on");
        assertThat(stranger.text()).contains("If Demo Shop (made up) has an order with this address");
        stranger.page().getByLabel("Code from the mail").fill("abcd-efgh");
        stranger.press("This is me");
        assertThat(stranger.text()).contains("This code is not right, or its time is over.");
        stranger.looksRight("public-code");
        stranger.follow("Ask for a new code");
        stranger.page().getByLabel("What you ask for").selectOption("COMPLAINT");
        stranger.page().getByLabel("E-mail").fill("somebody@buyer.example");
        stranger.press("Go on");
        assertThat(stranger.text()).contains("has your complaint");
        stranger.looksRight("public-thanks");
        stranger.open("/privacy/" + shop);
        stranger.follow("Fetch it here");
        stranger.looksRight("public-copy");
        stranger.page().getByLabel("E-mail").fill("somebody@buyer.example");
        stranger.press("Go on");
        stranger.page().getByLabel("Code from the mail").fill("abcd-efgh");
        stranger.press("Fetch it");
        assertThat(stranger.text()).contains("This code is not right, or its time is over.");
        stranger.looksRight("public-copy-code");
        stranger.open("/privacy/" + shop + "/stop/abcd");
        stranger.press("It was not me: stop it");
        assertThat(stranger.text()).contains("nothing to stop any more");
        stranger.looksRight("public-stop");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void whatWasErasedIsProvenByAReceiptAndRecipientsAreTold() {
        var here = signedIn(Role.OWNER);
        var order = shops.ready(shop).findFirst().orElseThrow();
        here.open("/orders/" + order.id());
        here.page().locator("summary:has-text('Cancel')").first().click();
        here.page().locator("form[action$='/cancel'] button").click();
        here.follow("Take in a request");
        here.page().getByLabel("What they ask for").selectOption("ERASURE");
        here.press("Take it in");
        here.press("Look for their orders");
        here.press("They have shown it");
        here.page()
                .getByText("Erase it", new Page.GetByTextOptions().setExact(true))
                .click();
        here.press("Yes, erase it");
        assertThat(here.text()).contains("0 of what should be gone opens, 0 waits", "Receipt");
        here.looksRight("request-done");
        here.page().locator("a[href^='/receipts/']").click();
        assertThat(here.text()).contains("It holds: looked at just now.");
        here.looksRight("receipt");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void whatIsWrongIsPutRightFieldByField() {
        var here = signedIn(Role.OWNER);
        var order = shops.ready(shop).skip(1).findFirst().orElseThrow();
        here.open("/requests/new?order=" + order.id());
        here.page().getByLabel("What they ask for").selectOption("RECTIFICATION");
        here.press("Take it in");
        here.press("Look for their orders");
        here.press("They have shown it");
        here.follow("Put it right");
        here.looksRight("correction");
        var corrected = here.page().url().replaceAll(".*(/orders/[^/]*)/correct", "$1");
        here.page().getByLabel("Country").fill("XX");
        here.press("Put it right");
        assertThat(here.text()).contains("Nothing was changed yet.", "Write the two letters of the country");
        here.looksRight("correction-refused");
        here.page().getByLabel("Country").fill("GB");
        here.page().getByLabel("Town").fill("Bradford");
        here.press("Put it right");
        assertThat(here.text()).contains("Put right: The address", "1 of 1 open as put right", "Bradford");
        here.follow("Put it right");
        here.page().getByLabel("In their words").fill("I have moved since.");
        here.press("Add it");
        assertThat(here.text()).contains("I have moved since.", "Statement of theirs added");
        here.looksRight("request-corrected");
        here.press("It is put right: close it");
        here.open(corrected);
        assertThat(here.text()).contains("They have added a statement");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void whoeverWorksHereAsksAboutTheirOwnAccount() {
        var here = signedIn(Role.PACKER);
        here.open("/your-data");
        here.looksRight("your-data");
        here.page().getByLabel("What you ask for").selectOption("ERASURE");
        here.press("Ask");
        assertThat(here.text()).contains("What you have asked for", "Erasure", "days left");
        here.looksRight("your-data-asked");
        var office = signedIn(Role.OWNER);
        office.open("/requests");
        office.follow(here.page().locator("td.cf-strong").first().innerText());
        assertThat(office.text()).contains("Held on them as one of the shop", "They were signed in");
        office.follow("It has arrived");
        office.press("Send it");
        office.page().locator("td.cf-strong a[href*='/letters/']").click();
        assertThat(office.text()).contains("A letter for", "Yours sincerely");
        office.looksRight("letter-written");
        office.follow("Back");
        office.looksRight("request-of-staff");
        assertThat(browser.troubles()).isEmpty();
    }
}
