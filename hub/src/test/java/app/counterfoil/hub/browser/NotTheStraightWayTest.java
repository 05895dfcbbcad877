package app.counterfoil.hub.browser;

import static app.counterfoil.hub.browser.ShopInABrowser.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.Role;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody goes back, presses twice, comes late, mistypes, has a very long name, or is not alone. */
class NotTheStraightWayTest extends BrowserBench {

    @Test
    void whoGoesBackFromAnOrderFoundSeesTheSearchAgain() {
        var here = signedIn(Role.PACKER);
        var number = orders.one(shop, inState(OrderState.READY)).orElseThrow().channelOrderId();
        here.search(number);
        assertThat(here.page().title()).startsWith("Search results");
        here.follow(number);
        here.page().getByText("Deliver to").waitFor();
        here.page().goBack();
        assertThat(here.text()).contains("Search results", "For " + number);
        here.page().reload();
        assertThat(here.text()).contains("For " + number);
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void aRefusedBookingKeepsWhatWasTickedAndTyped() {
        var here = signedIn(Role.PACKER);
        here.open("/dispatch");
        here.press("Book the ticked");
        assertThat(here.text()).contains("No order was chosen.", "To book");
        here.page().locator("input[name=order]").nth(1).check();
        here.page().getByLabel("Service in the UK").selectOption("TPS48");
        here.page().getByLabel("Weight in grams, each").fill("0");
        here.page().getByLabel("Book even if").check();
        here.press("Book the ticked");
        assertThat(here.text()).contains("0 g is not a weight a parcel can have.");
        assertThat(here.page().locator("input[name=order]").nth(1).isChecked()).isTrue();
        assertThat(here.page().getByLabel("Book even if").isChecked()).isTrue();
        assertThat(here.page().getByLabel("Service in the UK").inputValue()).isEqualTo("TPS48");
        assertThat(here.page().getByLabel("Weight in grams, each").inputValue()).isEqualTo("0");
        here.looksRight("dispatch-refused");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void aColleagueWhoWasFasterIsToldOnThePageItself() {
        var here = signedIn(Role.PACKER);
        var there = signedIn(Role.OWNER);
        book(here, "TPN24");
        there.open("/dispatch");
        here.handOver();
        assertThat(here.text()).contains("1 parcel has left");
        there.handOver();
        assertThat(there.text()).contains("None of the ticked parcels waits for the courier any more.", "Handed over");

        var order = "/orders/" + inState(OrderState.READY);
        here.open(order);
        here.press("Put on hold");
        there.open(order);
        here.press("Lift the hold");
        there.press("Lift the hold");
        assertThat(there.text()).contains("has no hold that can be lifted here", "Deliver to");
        there.looksRight("order-already-lifted");

        here.open("/dispatch" + order + "/address");
        there.open("/dispatch" + order + "/address");
        for (var each : new ShopInABrowser[] {here, there}) {
            each.page().getByLabel("House and street").fill(each == here ? "1 First Row" : "2 Second Row");
            each.press("Seal the address");
        }
        assertThat(here.text()).contains("The address is sealed");
        assertThat(there.text()).contains("This address was changed while you were typing");
        assertThat(there.page().getByLabel("House and street").inputValue()).isEqualTo("2 Second Row");
        there.press("Seal the address");
        assertThat(there.text()).contains("The address is sealed", "2 Second Row");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void aSecondPressSendsNothingTwice() {
        var here = signedIn(Role.OWNER);
        var sent = new ArrayList<String>();
        here.page().onRequest(request -> {
            if (request.method().equals("POST")) {
                sent.add(request.url());
            }
        });
        here.open("/people");
        here.page().getByLabel("Name").fill("Pat Example");
        here.page().getByLabel("E-mail").fill("pat@twice.example");
        here.page().getByLabel("First password").fill(PASSWORD);
        here.page().locator("main button").last().dblclick();
        here.page().getByText("The account is ready to be used.").waitFor();
        assertThat(sent).hasSize(1);
        assertThat(here.page()
                        .locator("tr")
                        .filter(new Locator.FilterOptions().setHasText("Pat Example"))
                        .innerText())
                .as("whoever is added is no owner unless that is chosen")
                .contains("Packer");
    }

    @Test
    void whoMistypesThePasswordTypesItAloneAgain() {
        var here = new ShopInABrowser(browser, port);
        here.open("/sign-in");
        here.page().getByLabel("E-mail").fill(mail(Role.PACKER));
        here.page().getByLabel("Password").fill("not the right one");
        here.press("Sign in");
        here.page().waitForURL(Pattern.compile("refused"));
        assertThat(here.text()).contains("ask the owner of the business for a new one");
        assertThat(here.page().getByLabel("E-mail").inputValue()).isEqualTo(mail(Role.PACKER));
        assertThat(here.page().evaluate("document.activeElement.id")).isEqualTo("password");
        assertThat(here.page().evaluate("sessionStorage.getItem('email')"))
                .as("it is kept until the next page alone")
                .isNull();
    }

    @Test
    void aFormSentAfterTheSessionSaysThatNothingWasSaved() {
        var here = signedIn(Role.OWNER);
        here.open("/business");
        here.page().context().clearCookies();
        here.press("Save");
        assertThat(here.text()).contains("signed out before you sent that form", "fill it in again");
        here.signIn(mail(Role.OWNER));
        here.open("/business");
        here.page().evaluate("document.querySelectorAll('[name=_csrf]').forEach(each => each.value = 'old')");
        here.press("Save");
        assertThat(here.text()).contains("This form had been open since before you signed in", "Back to Business");
    }

    @Test
    void aVeryLongNameBreaksNoPage() {
        var here = signedIn(Role.OWNER);
        here.open("/people");
        here.page().getByLabel("Name").fill("Featherstonehaugh-Cholmondeley-" + "x".repeat(60));
        here.page().getByLabel("E-mail").fill("a".repeat(50) + "@" + "b".repeat(60) + ".example");
        here.page().getByLabel("First password").fill(PASSWORD);
        here.press("Add");
        here.looksRight("people-long-name");
        var named = new ShopInABrowser(browser, port);
        named.signIn("a".repeat(50) + "@" + "b".repeat(60) + ".example");
        named.looksRight("orders-long-name");
        here.open("/journal");
        here.looksRight("journal-long-name");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void wrongFieldsHaveTheFocusAndTheirWordsAreReadWithThem() {
        var here = signedIn(Role.OWNER);
        here.open("/business");
        here.page().getByLabel("VAT number").fill("GB100000035");
        here.press("Save");
        here.page().getByText("Nothing was saved yet.").waitFor();
        var field = here.page().locator("#vatNumber");
        assertThat(here.page().evaluate("document.activeElement.id")).isEqualTo("vatNumber");
        assertThat(here.page()
                        .locator("#" + field.getAttribute("aria-describedby"))
                        .innerText())
                .contains("wrong check digits");
    }

    @Test
    void everyOrdersPagesHaveTitlesOfTheirOwn() {
        var here = signedIn(Role.OWNER);
        var order = inState(OrderState.READY);
        var number = orders.one(shop, order).orElseThrow().channelOrderId();
        for (var path : new String[] {
            "/orders/" + order,
            "/orders/" + order + "/legal-hold",
            "/dispatch/orders/" + order + "/address",
            "/dispatch/orders/" + order + "/new-label"
        }) {
            here.open(path);
            assertThat(here.page().title()).as(path).contains(number);
        }
    }

    @Test
    void onAPhoneAllCanBeTickedAndNoNumberStandsAlone() {
        var here = signedIn(Role.PACKER);
        here.page().setViewportSize(390, 844);
        here.open("/dispatch");
        here.page().getByLabel("All orders").check();
        var boxes = here.page().locator("input[name=order]");
        assertThat(here.page().locator("input[name=order]:checked").count()).isEqualTo(boxes.count());
        assertThat(
                        here.page()
                                .evaluate(
                                        "getComputedStyle(document.querySelector('[data-label=\"Ship by\"]'), '::before').content"))
                .isEqualTo("\"Ship by: \"");
        boxes.nth(10).scrollIntoViewIfNeeded();
        assertThat(here.page().getByText("Book the ticked").boundingBox().y)
                .as("the button is in sight, however long the list is")
                .isLessThan(844);
    }
}
