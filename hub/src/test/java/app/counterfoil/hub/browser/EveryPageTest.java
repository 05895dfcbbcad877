package app.counterfoil.hub.browser;

import static app.counterfoil.hub.browser.ShopInABrowser.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.HoldReason;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.LongWork;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Every page in every state that the first day does not lead to, and the main way with the keyboard alone. */
class EveryPageTest extends BrowserBench {

    private static final LongWork.Back BACK = new LongWork.Back("/dispatch", "Back to dispatch");

    @Autowired
    private OrdersPutAside putAside;

    @Autowired
    private LongWork longWork;

    @Autowired
    private UserDetailsService people;

    @Test
    void theMainWayNeedsNoMouse() {
        var here = signedIn(Role.PACKER);
        var order = orders.one(shop, inState(OrderState.READY)).orElseThrow();
        here.page().keyboard().press("/");
        here.page().keyboard().type(order.channelOrderId());
        here.enterUntilSeen("Search results");
        here.tabTo(order.channelOrderId());
        here.enterUntilSeen("Deliver to");
        here.tabTo("Put on hold");
        here.enterUntilSeen("The order is on hold.");
        assertThat(orders.one(shop, order.id()).orElseThrow().state()).isEqualTo(OrderState.ON_HOLD);
        here.tabTo("Lift the hold");
        here.enterUntilSeen("The hold is lifted.");
        assertThat(orders.one(shop, order.id()).orElseThrow().state()).isEqualTo(OrderState.READY);
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void anOrdersPageLooksRightInEveryState() {
        var here = signedIn(Role.OWNER);
        hold(inState(OrderState.READY), HoldReason.CANCEL_REQUESTED);
        move(inState(OrderState.READY), OrderState.CANCELLED);
        hold(inState(OrderState.READY), HoldReason.ADDRESS_NEEDED);
        var back = inState(OrderState.READY);
        move(back, OrderState.DISPATCHED);
        move(back, OrderState.RETURNED);
        move(inState(OrderState.READY), OrderState.DISPATCHED);
        for (var state : OrderState.values()) {
            here.open("/orders/" + inState(state));
            here.looksRight("order-" + state.name().toLowerCase(Locale.ROOT));
        }
        reallyMeant(here, OrderState.READY, "Cancel here", "Yes, cancel this order", OrderState.CANCELLED);
        reallyMeant(here, OrderState.DISPATCHED, "Came back", "Yes, it has come back", OrderState.RETURNED);
        here.open("/dispatch/orders/" + inState(OrderState.READY) + "/new-label");
        here.looksRight("new-label");
        here.page().getByLabel("Weight in grams").fill("0");
        here.press("Make the new label");
        here.looksRight("new-label-refused");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void anAddressAndATrackingNumberAreTypedOnPagesThatLookRight() {
        var here = signedIn(Role.PACKER);
        here.open("/dispatch/orders/" + inState(OrderState.READY) + "/address");
        here.looksRight("address");
        here.page().getByLabel("Town").fill(" ");
        here.press("Seal the address");
        here.looksRight("address-refused");
        book(here, "STL1");
        here.page().locator("tbody a").first().click();
        here.page().locator("a[href$='/tracking']").first().click();
        here.looksRight("tracking");
        here.page().getByLabel("Tracking number").fill("none");
        here.press("Take the number");
        here.looksRight("tracking-refused");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void connectionsTellWhatRunsAndWhatFailed() throws SQLException {
        var here = signedIn(Role.OWNER);
        here.open("/connections");
        here.looksRight("connections");
        here.page().locator(".cf-more summary").first().click();
        here.looksRight("connections-more");
        here.follow("New credentials");
        here.looksRight("renew");
        here.open("/connections");
        here.open("/connections/new?service=ROYAL_MAIL");
        here.looksRight("connect");
        SANDBOX.faults().switchOn(new Faults.Switched("amazon-orders", Fault.UNAVAILABLE, 1, 100));
        here.open("/connections");
        here.press("Download now");
        here.page().getByRole(AriaRole.ALERT).waitFor();
        here.looksRight("work-stopped");
        here.follow("Back to the connections");
        assertThat(here.text()).contains("Stopped", "does not answer");
        here.looksRight("connections-failing");
        change("UPDATE counterfoil.channel_sync SET running_since = now()"
                + " + (SELECT ahead * interval '1 second' FROM counterfoil.clock_ahead)");
        here.press("Download now");
        assertThat(here.text()).contains("A download from Amazon UK is running already.");
        assertThat(here.text()).contains("Running").doesNotContain("Download now");
        here.looksRight("connections-running");
        change("UPDATE counterfoil.channel_sync SET running_since = NULL");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void longWorkShowsHowFarItIsAndLeadsOn() {
        var here = signedIn(Role.OWNER);
        var me = (SignedIn) people.loadUserByUsername(mail(Role.OWNER));
        var release = new CountDownLatch(1);
        var path =
                longWork.start("Booking 120 parcels", shop.toString(), me.id().toString(), BACK, progress -> {
                    progress.report(37, 120, "37 of 120");
                    release.await();
                    return new LongWork.Done("120 parcels are booked.", "/dispatch", "Go on to print the labels");
                });
        here.open(path);
        here.page().getByText("37 of 120").waitFor();
        here.looksRight("work-running");
        release.countDown();
        here.page().getByText("Go on to print the labels").waitFor();
        here.looksRight("work-done");
        here.open(longWork.start("Booking 2 parcels", shop.toString(), me.id().toString(), BACK, progress -> {
            throw new NotToday();
        }));
        here.page().getByText("Back to dispatch").waitFor();
        here.open("/work/" + new UUID(0, 0));
        assertThat(here.text()).contains("not known here any more", "look under Orders");
        here.looksRight("work-lost");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void pagesOfTheOfficesLookRight() {
        putAside.keep(
                account,
                "205-1234567-7654321",
                "The field buyer.country has a value we do not know.",
                "Look at the order at Amazon; it is tried again with the next download.",
                new byte[] {1});
        var here = signedIn(Role.OWNER);
        for (var path : List.of("attention", "business", "people", "journal", "disclosures", "recipients", "ends")) {
            here.open("/" + path);
            here.looksRight(path);
        }
        here.open("/business");
        here.page().getByLabel("VAT number").fill("GB100000035");
        here.press("Save");
        assertThat(here.text()).contains("Nothing was saved yet.", "wrong check digits");
        here.looksRight("business-refused");
        here.open("/business");
        here.page().getByLabel("Your accounting year ends on").selectOption("31 March");
        here.press("Save the year");
        assertThat(here.text()).contains("It counts for invoices issued from now on");
        here.open("/password");
        here.looksRight("password");
        here.open("/people");
        here.follow("Change Demo Packer");
        here.looksRight("person");
        here.page().getByLabel("Yes, Demo Packer").check();
        here.press("End the access");
        assertThat(here.text()).contains("Their access has ended", "Have left");
        here.looksRight("people-left");
        here.open("/people");
        here.page().getByLabel("Name").fill("Pat Example");
        here.page().getByLabel("E-mail").fill("pat@shop.example");
        here.page().getByLabel("First password").fill("é".repeat(40));
        here.press("Add");
        assertThat(here.text()).contains("The password takes 80 bytes");
        here.looksRight("people-refused");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void theRegisterAndItsRecipientsLookRight() {
        var here = signedIn(Role.OWNER);
        here.open("/recipients/ROYAL_MAIL");
        here.looksRight("recipient");
        here.open("/register");
        assertThat(here.text()).contains("2 things are missing", "Not said", "Goes abroad");
        here.looksRight("register");
        here.follow("Change: Contact for questions about data");
        here.page().getByLabel("How to reach them").fill("data@shop.example");
        here.press("Put it in the register");
        assertThat(here.text()).contains("Nobody is named.");
        here.looksRight("register-text");
        here.page().getByLabel("Name").fill("Demo Owner");
        here.press("Put it in the register");
        assertThat(here.text())
                .contains("The register has it", "Demo Owner, data@shop.example", "One thing is missing");
        here.looksRight("register-said");
        here.follow("Add a note: Customer service");
        here.page().getByLabel("Note").fill("Made up: buyers expect an answer.");
        here.press("Put it in the register");
        assertThat(here.text()).contains("buyers expect an answer");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void theBreachRoomLooksRight() {
        var here = signedIn(Role.OWNER);
        here.open("/breaches");
        assertThat(here.text()).contains("No incident is on record");
        here.looksRight("breaches-empty");
        here.follow("Open an incident");
        here.press("Write it down");
        assertThat(here.text()).contains("Tick at least one.");
        here.looksRight("breach-new");
        here.page().getByLabel("Seen by somebody who may not see it").check();
        here.press("Write it down");
        assertThat(here.text()).contains("B-1", "left", "Not counted yet");
        here.page()
                .getByLabel("Count", new Page.GetByLabelOptions().setExact(true))
                .selectOption("CHANNEL");
        // Another test may have moved the clock of the hub: the orders are some days old then.
        here.page()
                .getByLabel("From", new Page.GetByLabelOptions().setExact(true))
                .fill("2026-01-01T00:00");
        here.press("Count them");
        assertThat(here.text()).contains("Orders placed at Amazon", "Tell Amazon");
        here.looksRight("breach");
        here.follow("Letters to the people");
        assertThat(here.text()).contains("Can be looked up", "It is not decided yet", "Something is still to be said.");
        here.looksRight("breach-people");
        here.open("/breaches/new?drill=true");
        here.press("Begin the drill");
        assertThat(here.text()).contains("This is a drill.");
        here.looksRight("breach-drill");
        here.open("/breaches");
        here.looksRight("breaches");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void thePasswordIsAskedForOnceMoreAndTheKeyboardAloneGoesOnWithWhatWasTyped() {
        var here = signedIn(Role.OWNER);
        trainingClock.forward(1, turned -> {});
        here.open("/people");
        here.page().getByLabel("Name").fill("Pat Example");
        here.page().getByLabel("E-mail").fill("pat@" + mail(Role.OWNER).replaceAll(".*@", ""));
        here.page().getByLabel("First password").fill("a first sentence");
        here.press("Add");
        assertThat(here.text()).contains("Adding somebody needs your password", "what you have entered is kept");
        here.looksRight("password-once-more");
        here.page().keyboard().type("not this one");
        here.enterUntilSeen("This is not your present password.");
        here.looksRight("password-once-more-refused");
        here.page().keyboard().type(PASSWORD);
        here.enterUntilSeen("The account is ready to be used.");
        assertThat(here.text()).contains("Pat Example");
        assertThat(browser.troubles()).isEmpty();
    }

    /** This installation had no shop when it started, so its console has shown a code. */
    @Test
    void theFirstPagesOfAllLookRight() {
        var here = new ShopInABrowser(browser, port);
        here.open("/sign-in?wait");
        assertThat(here.text()).contains("too many wrong tries");
        here.looksRight("sign-in-wait");
        here.follow("Set it up");
        here.looksRight("set-up");
        here.page().getByLabel("Code from the console").fill("AAAAA-AAAAA");
        here.page().getByLabel("Business name").fill("New Shop");
        here.page().getByLabel("Address").fill("1 Example Row\nLeeds");
        here.page().getByLabel("Postcode").fill("LS1 9ZZ");
        here.page().getByLabel("Your name").fill("Olivia Owner");
        here.page().getByLabel("E-mail").fill("owner@new.example");
        here.page().getByLabel("Password").fill(PASSWORD);
        here.press("Open the shop");
        assertThat(here.text()).contains("The code is not the one in the console.");
        assertThat(here.page().getByLabel("Business name").inputValue()).isEqualTo("New Shop");
        here.looksRight("set-up-refused");
        here.open("/new-password");
        here.looksRight("new-password");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void otherRolesSeeTheirPartOnly() {
        var books = signedIn(Role.BOOKKEEPER);
        assertThat(books.text()).contains("not for your role");
        books.looksRight("orders-bookkeeper");
        books.open("/orders/" + inState(OrderState.READY));
        books.looksRight("order-bookkeeper");
        books.search("Ember");
        books.looksRight("search-miss-bookkeeper");
        books.open("/people");
        assertThat(books.text()).contains("Your role does not open this page");
        books.looksRight("refused");
        var privacy = signedIn(Role.DATA_PROTECTION);
        privacy.open("/people");
        assertThat(privacy.text()).doesNotContain("Add somebody");
        privacy.looksRight("people-data-protection");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void whatIsNotThereAndWhatBreaksIsToldOnAPage() throws SQLException {
        var here = signedIn(Role.OWNER);
        here.open("/no/such/page");
        assertThat(here.text()).contains("There is no such page.");
        here.looksRight("not-found");
        here.open("/orders?state=FOO&channel=BAR&from=yesterday");
        assertThat(here.text()).contains("3 fields cannot be used", "Placed from");
        here.looksRight("not-usable");
        change("ALTER TABLE counterfoil.order_attention RENAME TO order_attention_away");
        here.open("/attention");
        change("ALTER TABLE counterfoil.order_attention_away RENAME TO order_attention");
        assertThat(here.text()).contains("Something went wrong on our side");
        here.looksRight("error");
        assertThat(browser.troubles()).isEmpty();
    }

    /** What cannot be undone takes a second press, after the page has said so. */
    private void reallyMeant(ShopInABrowser here, OrderState from, String act, String yes, OrderState to) {
        var order = inState(from);
        here.open("/orders/" + order);
        assertThat(here.text()).doesNotContain(yes, "This cannot be undone.");
        here.page().getByText(act, new Page.GetByTextOptions().setExact(true)).click();
        assertThat(here.text()).contains(yes, "This cannot be undone.");
        here.looksRight("order-" + to.name().toLowerCase(Locale.ROOT) + "-sure");
        assertThat(orders.one(shop, order).orElseThrow().state()).isEqualTo(from);
        here.press(yes);
        here.page().getByRole(AriaRole.STATUS).first().waitFor();
        assertThat(orders.one(shop, order).orElseThrow().state()).isEqualTo(to);
    }

    private static final class NotToday extends Refusal {
        NotToday() {
            super("The courier does not answer.", "Nothing is lost; try again in a few minutes.");
        }
    }
}
