package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.tax.VatClass;
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
