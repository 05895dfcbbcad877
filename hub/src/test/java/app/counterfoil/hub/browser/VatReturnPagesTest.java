package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.sandbox.hmrc.Hmrc.Owed;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** VAT returns in a browser: periods said, purchases imported, each figure down to its documents, and frozen. */
class VatReturnPagesTest extends BrowserBench {

    @Autowired
    private BusinessClock clock;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private VatClasses vatClasses;

    @Test
    void aReturnIsMadeOfDocumentsAndFrozenOnceItWasSubmitted() throws SQLException {
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        var here = signedIn(Role.BOOKKEEPER);
        here.open("/vat");
        assertThat(here.text()).contains("No periods yet");
        here.looksRight("vat-periods-none");
        var start = clock.today().withDayOfMonth(1).minusMonths(2);
        here.page()
                .getByLabel("First day of the first period")
                .fill(start.plusDays(1).toString());
        here.page().getByLabel("A period is").selectOption("Every month");
        here.press("Save");
        assertThat(here.text()).contains("begins on the first of a month");
        here.looksRight("vat-periods-refused");
        here.page().getByLabel("First day of the first period").fill(start.toString());
        here.press("Save");
        assertThat(here.text()).contains("Saved.", "To be submitted", "Under way");
        invoiced(start.plusDays(5));
        imported(here, start);
        here.open("/vat");
        here.looksRight("vat-periods");
        here.open("/vat/" + start);
        assertThat(here.text()).contains("VAT due on sales and other outputs", "These figures were submitted");
        here.looksRight("vat-return");
        here.open("/vat/" + start + "/boxes/6");
        assertThat(here.text()).contains("Box 6", "Sale", "Together", "Pence left out");
        here.looksRight("vat-box");
        here.open("/vat/" + start + "/boxes/8");
        here.looksRight("vat-box-empty");
        here.open("/vat/" + start);
        here.press("These figures were submitted");
        assertThat(here.text()).contains("Noted. These figures stay as they are", "Not submitted after all?");
        here.looksRight("vat-return-frozen");
        lateInvoice(start.plusDays(6));
        here.open("/vat/" + start.plusMonths(1));
        assertThat(here.text()).contains("From earlier periods", "1 document has a day in a period");
        here.looksRight("vat-return-late");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void aReturnGoesToTheTaxOfficeWithADeclaration() throws SQLException {
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        SANDBOX.hmrc().clear();
        shops.connect(shop, OutsideService.HMRC);
        var start = clock.today().withDayOfMonth(1).minusMonths(1);
        SANDBOX.hmrc()
                .owe("100000034", new Owed("26AK", start, start.plusMonths(1).minusDays(1)));
        var here = signedIn(Role.BOOKKEEPER);
        granted(here, start);
        invoiced(start.plusDays(5));
        here.open("/vat/" + start);
        assertThat(here.text()).contains("Submit to HMRC", "I declare that these figures are true and complete");
        here.looksRight("vat-return-to-submit");
        SANDBOX.faults().switchOn(new Faults.Switched("hmrc-submit", Fault.SERVER_ERROR, 1, 1));
        declare(here);
        assertThat(here.text()).contains("On its way", "Ask HMRC what became of it");
        here.looksRight("vat-return-unknown");
        here.press("Ask HMRC what became of it");
        assertThat(here.text()).contains("may still be on its way");
        change("UPDATE counterfoil.vatreturn_submission SET sent_at = sent_at - interval '1 hour'");
        here.press("Ask HMRC what became of it");
        assertThat(here.text()).contains("It has not arrived.");
        here.looksRight("vat-return-not-arrived");
        declare(here);
        assertThat(here.text()).contains("HMRC has taken the return.", "Number of the return", "Receipt");
        here.looksRight("vat-return-receipt");
        theDeviceWasTold();
        here.open("/vat");
        here.press("What is owed and paid");
        assertThat(here.text()).contains("VAT Return Debit Charge");
        here.looksRight("vat-charges");
        assertThat(browser.troubles()).isEmpty();
    }

    private void granted(ShopInABrowser here, LocalDate start) {
        here.open("/vat");
        here.page().getByLabel("First day of the first period").fill(start.toString());
        here.page().getByLabel("A period is").selectOption("Every month");
        here.press("Save");
        assertThat(here.text()).contains("Nobody has let us act");
        here.looksRight("vat-office-not-granted");
        here.follow("Sign in at HMRC");
        here.page().waitForLoadState();
        assertThat(here.page().url() + " " + here.text()).contains("HMRC lets us act for the business");
        here.press("Ask HMRC for your periods");
        assertThat(here.text()).contains("HMRC has 1 period for you.", "As HMRC has said");
        here.looksRight("vat-office");
    }

    private static void theDeviceWasTold() {
        var sent = SANDBOX.exchanges().all().stream()
                .filter(exchange -> exchange.api().equals("hmrc")
                        && exchange.request().method().equals("POST"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .request()
                .headers();
        assertThat(sent.get("gov-client-screens"))
                .matches("width=\\d+&height=\\d+&scaling-factor=[\\d.]+&colour-depth=\\d+");
        assertThat(sent.get("gov-client-window-size")).matches("width=\\d+&height=\\d+");
        assertThat(sent.get("gov-client-timezone")).matches("UTC[+-]\\d\\d:\\d\\d");
        assertThat(sent.get("gov-client-browser-js-user-agent")).contains("Chrom");
    }

    private static void declare(ShopInABrowser here) {
        here.page().getByLabel("I declare that these figures").check();
        here.page()
                .locator("button", new Page.LocatorOptions().setHasText("Submit: "))
                .click();
    }

    private void imported(ShopInABrowser here, LocalDate start) {
        here.open("/vat/purchases");
        here.looksRight("vat-purchases-none");
        var file = "number,day,net,vat,kind\nINV-100," + start + ",120.50,24.10,\nINV-101," + start
                + ",80.00,0.00,Services from abroad (reverse charge)\nNo number," + start + ",1.00,0.20,\n";
        here.page()
                .getByLabel("CSV file")
                .setInputFiles(new FilePayload("bought.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        here.press("Look at the file");
        assertThat(here.text()).contains("2 rows are new.", "Left out");
        here.looksRight("vat-import");
        here.press("Note these 2 rows");
        assertThat(here.text()).contains("2 purchases noted.", "INV-100", "row 2 of a file");
        here.looksRight("vat-purchases");
    }

    private void invoiced(LocalDate day) throws SQLException {
        for (var order : shops.ready(shop).limit(3).toList()) {
            issuedOn(order, day, day);
        }
    }

    private void lateInvoice(LocalDate day) throws SQLException {
        var order = shops.ready(shop).skip(3).findFirst().orElseThrow();
        issuedOn(order, day, clock.today());
    }

    private void issuedOn(OrderFacts order, LocalDate supplied, LocalDate issued) throws SQLException {
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        change("UPDATE counterfoil.invoice_invoice SET supplied_on = '" + supplied + "', issued_on = '" + issued
                + "' WHERE invoice_id = '" + invoice.id() + "'");
    }
}
