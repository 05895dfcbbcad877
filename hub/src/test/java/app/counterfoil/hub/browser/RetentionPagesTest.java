package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.Role;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The pages on which a shop decides what ends when: policies, legal holds, and a clock that has jumped. */
class RetentionPagesTest extends BrowserBench {

    @Test
    void anotherLifeIsShownBeforeItIsChosenAndStandsInTheListAfterwards() {
        var here = signedIn(Role.OWNER);
        move(inState(OrderState.READY), OrderState.DISPATCHED);
        var back = inState(OrderState.READY);
        move(back, OrderState.DISPATCHED);
        move(back, OrderState.RETURNED);
        here.open("/ends");
        here.page().getByLabel("Days for Delivery").fill("20");
        here.page().locator("form:has(#days-DELIVERY) button").click();
        assertThat(here.text())
                .contains("Delivery: 20 days instead of 90", "Nothing has changed yet", "Look at these first")
                .contains("Open return");
        here.looksRight("policy");
        here.press("Keep it for 20 days");
        here.follow("See what ends");
        assertThat(here.text()).contains("Delivery: 90 to 20 days", "Carried out", "Look at");
        here.looksRight("ends-changed");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void aCopyIsKeptForAClaimOpenedAndReleased() {
        var here = signedIn(Role.OWNER);
        here.open("/holds");
        here.looksRight("legal-holds-none");
        here.open("/orders/" + inState(OrderState.READY));
        here.follow("Keep a copy for a claim");
        here.looksRight("legal-hold-new");
        here.page().getByLabel("Case reference").fill("QB-2026-000123");
        here.press("Put it on hold");
        assertThat(here.text()).contains("Recipient and address", "Why it is kept", "QB-2026-000123");
        here.looksRight("legal-hold");
        here.follow("The order");
        assertThat(here.text()).contains("Look at the hold", "later while the hold stands");
        here.looksRight("order-on-legal-hold");
        here.open("/holds");
        here.looksRight("legal-holds");
        here.page().locator("tbody a").first().click();
        here.page()
                .getByText("Release it", new Page.GetByTextOptions().setExact(true))
                .click();
        here.looksRight("legal-hold-sure");
        here.press("Yes, release and destroy it");
        assertThat(here.text()).contains("The copy is destroyed", "Released");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void whateverIsAskedForIsAnsweredInASentence() {
        var here = signedIn(Role.DATA_PROTECTION);
        var order = orders.one(shop, inState(OrderState.READY)).orElseThrow();
        here.open("/ends");
        here.follow("Why is this still here?");
        here.page().getByLabel("Number, name or id").fill(order.channelOrderId());
        here.press("Why is it here?");
        assertThat(here.text())
                .contains("Recipient and address of order " + order.channelOrderId(), "It is here until");
        here.looksRight("why");
        here.page().getByLabel("Person").selectOption(new SelectOption().setIndex(0));
        here.press("Why are they here?");
        assertThat(here.text()).contains("Hash of the password", "rule for staff: while they work there");
        here.page().getByLabel("Number, name or id").fill("no such number");
        here.press("Why is it here?");
        assertThat(here.text()).contains("Nothing personal goes by that here.");
        here.looksRight("why-nothing");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void aClockThatHasJumpedAsksOnThePageOfWhatEnds() throws SQLException {
        change("INSERT INTO counterfoil.clock_jump (jump_id, expected_at, shown_at)"
                + " VALUES (gen_random_uuid(), now() - interval '40 days', now())");
        var here = signedIn(Role.OWNER);
        assertThat(here.page().locator(".cf-clock").innerText()).contains("The clock of the machine has moved");
        here.open("/ends");
        here.looksRight("ends-clock-moved");
        here.press("The clock is right, go on");
        assertThat(here.text()).contains("Data ends by this clock again").doesNotContain("The clock has moved");
        change("DELETE FROM counterfoil.clock_jump");
        assertThat(browser.troubles()).isEmpty();
    }
}
