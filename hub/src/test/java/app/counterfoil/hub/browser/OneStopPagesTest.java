package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.CreditWish;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.IssueCreditNotes;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.invoice.VatStandings;
import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.tax.DistanceSales;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.hub.tax.VatScheme;
import app.counterfoil.hub.vatreturn.onestop.OneStopShop;
import app.counterfoil.hub.vatreturn.onestop.TaxPeriod;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Returns of the One Stop Shop in a browser, from the first word on it to what corrects a submitted one. */
class OneStopPagesTest extends BrowserBench {

    private static final String PATH = "/vat/one-stop-shop";

    @Autowired
    private BusinessClock clock;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private IssueCreditNotes creditNotes;

    @Autowired
    private VatClasses vatClasses;

    @Autowired
    private VatStandings standings;

    @Test
    void aReturnIsReckonedMarkedAsSubmittedAndCorrectedInTheNext() {
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        var here = signedIn(Role.BOOKKEEPER);
        nothingYet(here);
        takesPart();
        var second = OneStopShop.UNION.periodOf(
                OneStopShop.UNION.periodOf(clock.today()).start().minusDays(1));
        var first = before(second);
        var toBerlin = sold("10115", "DE", first.start().plusDays(9));
        sold("75001", "FR", first.start().plusDays(20));
        here.open(PATH);
        assertThat(here.text()).contains(first.shown(), second.shown(), "Under way");
        here.looksRight("onestop");
        var firstPath = PATH + "/union/" + first.start();
        here.open(firstPath);
        assertThat(here.text()).contains("2 documents are in GBP", "It has to be put right first");
        here.looksRight("onestop-return-without-rate");
        rates(here, first.end(), second.end());

        here.open(firstPath);
        assertThat(here.text()).contains("Germany", "19%, standard", "France", "Northern Ireland", "Mark as submitted");
        here.looksRight("onestop-return");
        here.follow("Germany at 19%: documents");
        assertThat(here.text()).contains(toBerlin.number(), "Taxable amount");
        here.looksRight("onestop-documents");
        here.open(firstPath);
        submitted(here);

        givenBack(toBerlin);
        here.open(PATH + "/union/" + second.start());
        assertThat(here.text())
                .contains(
                        "Corrections of earlier periods", "This state pays it back itself", "To pay with this return");
        here.looksRight("onestop-return-corrects");
        takenBack(here, firstPath);
        assertThat(browser.troubles()).isEmpty();
    }

    private static void takenBack(ShopInABrowser here, String firstPath) {
        here.open(firstPath);
        here.press("Take it back");
        assertThat(here.text()).contains("Taken back. The figures follow", "Marked on");
        here.looksRight("onestop-return-taken-back");
    }

    private static TaxPeriod before(TaxPeriod period) {
        return period.shop().periodOf(period.start().minusDays(1));
    }

    private static void mark(ShopInABrowser here) {
        here.page()
                .locator("button", new Page.LocatorOptions().setHasText("Mark as submitted: "))
                .click();
    }

    private static void nothingYet(ShopInABrowser here) {
        here.open(PATH);
        assertThat(here.text()).contains("You take part in no One Stop Shop", "Where you pay VAT");
        here.looksRight("onestop-none");
    }

    private void submitted(ShopInABrowser here) {
        here.page().getByLabel("Submitted on").fill(clock.today().toString());
        here.page().getByLabel("Number of the return").fill("without a digit");
        mark(here);
        assertThat(here.text()).contains("it has a digit, no blank");
        here.looksRight("onestop-return-refused");
        here.page().getByLabel("Number of the return").fill("GB/XI100000034/Q1.2026");
        mark(here);
        assertThat(here.text()).contains("Noted. These figures stay as they are", "number GB/XI100000034/Q1.2026");
        here.looksRight("onestop-return-frozen");
    }

    private static void rates(ShopInABrowser here, LocalDate first, LocalDate second) {
        here.open(PATH + "/rates");
        assertThat(here.text()).contains("2 documents are in GBP");
        assertThat(here.page().getByLabel("Month").inputValue())
                .isEqualTo(first.toString().substring(0, 7));
        here.looksRight("onestop-rates-wanted");
        here.page().getByLabel("Units to one euro").fill("none");
        here.press("Save");
        assertThat(here.text()).contains("Units to one euro: this is no rate.");
        here.page().getByLabel("Units to one euro").fill("0.8654");
        here.press("Save");
        assertThat(here.text()).contains("Saved: ECB reference rate of", "0.8654 GBP to €1");
        here.page().getByLabel("Paste the file of rates (CSV)").fill("Day;Pounds");
        here.press("Take the rates over");
        assertThat(here.text()).contains("does not name the column Date");
        var file = new StringBuilder("Date,USD,GBP\n");
        for (var day = second; day.isBefore(second.plusDays(6)); day = day.plusDays(1)) {
            file.append(day).append(",1.08,0.8701\n");
        }
        here.page().getByLabel("Paste the file of rates (CSV)").fill(file.toString());
        here.press("Take the rates over");
        assertThat(here.text()).contains("1 rate is new.", "0.8701");
        here.looksRight("onestop-rates");
    }

    private void takesPart() {
        standings.say(
                shop,
                new VatStandings.Said(
                        LocalDate.of(2022, 1, 1),
                        Optional.empty(),
                        true,
                        Territory.NORTHERN_IRELAND,
                        VatScheme.STANDARD,
                        Optional.empty(),
                        DistanceSales.ONE_STOP_SHOP,
                        false,
                        Set.of()),
                UUID.randomUUID());
    }

    private Invoice sold(String postcode, String country, LocalDate day) {
        var number = new MadeUpOrders(SANDBOX)
                .amazon(4_200, json -> ((ObjectNode) json.at("/recipient/deliveryAddress"))
                        .put("postalCode", postcode)
                        .put("countryCode", country));
        downloadOrders.from(account);
        var order = orders.page(shop, OrderFilter.all(), Optional.empty(), 1_000).stream()
                .filter(each -> each.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        change("UPDATE counterfoil.invoice_invoice SET supplied_on = '" + day + "', issued_on = '" + day
                + "' WHERE invoice_id = '" + invoice.id() + "'");
        return invoice;
    }

    private void givenBack(Invoice invoice) {
        creditNotes.of(
                shop,
                invoice.id(),
                new CreditWish(new CreditWish.Rest(), clock.today(), CreditReason.RETURNED),
                UUID.randomUUID());
    }
}
