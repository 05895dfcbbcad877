package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.dispatch.AnnounceDispatched;
import app.counterfoil.hub.dispatch.CallOffBookings;
import app.counterfoil.hub.invoice.IssueDueInvoices;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages as they are when something has gone wrong or waits for somebody: dispatch, invoices, exchange rates. */
class TroubledPagesTest extends BrowserBench {

    @Autowired
    private AnnounceDispatched announceDispatched;

    @Autowired
    private CallOffBookings callOffBookings;

    @Autowired
    private IssueDueInvoices issueDueInvoices;

    @Test
    void dispatchWithAVoidLabelAndABookingOfUnknownOutcomeLooksRight() {
        var here = signedIn(Role.PACKER);
        book(here, "TPN24");
        var booked = here.page().locator("tbody a").first().getAttribute("href");
        move(new OrderId(UUID.fromString(booked.substring(booked.lastIndexOf('/') + 1))), OrderState.CANCELLED);
        SANDBOX.faults().switchOn(new Faults.Switched("royalmail", Fault.UNAVAILABLE, 1, 1_000));
        callOffBookings.of(shop);
        here.open("/dispatch");
        assertThat(here.text()).contains("Void labels", "Destroy their paper now");
        tryToBook(here, "TPN24");
        here.follow("Back to dispatch");
        assertThat(here.text()).contains("The courier has still to answer", "nothing is bought twice");
        here.looksRight("dispatch-troubled");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void invoicesThatAreNotIssuedYetLookRight() {
        var here = signedIn(Role.OWNER);
        book(here, "TPN24");
        here.handOver();
        announceDispatched.of(shop);
        issueDueInvoices.issue(shop);
        here.open("/invoices");
        assertThat(here.text()).contains("Not issued yet", "Try all again", "Say it now");
        here.looksRight("invoices-not-issued");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void exchangeRatesLookRightWithoutAnyWithAWrongOneAndWithOne() {
        var here = signedIn(Role.OWNER);
        here.open("/invoices/rates");
        here.looksRight("rates");
        rate(here, "XTS", "1.1534");
        here.looksRight("rates-refused");
        rate(here, "EUR", "1.1534");
        assertThat(here.text()).contains("Saved.", "February 2026", "1.1534");
        here.looksRight("rates-entered");
        assertThat(browser.troubles()).isEmpty();
    }

    private static void rate(ShopInABrowser here, String currency, String units) {
        here.page().getByLabel("Currency").fill(currency);
        here.page().getByLabel("Month").fill("2026-02");
        here.page().getByLabel("Units to one pound").fill(units);
        here.press("Save");
    }
}
