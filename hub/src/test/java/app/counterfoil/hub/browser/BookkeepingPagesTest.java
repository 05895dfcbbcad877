package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.accounting.EnterSales;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.tax.VatClass;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Bookkeeping in a browser: confirmed, entered, refused, and entered again. */
class BookkeepingPagesTest extends BrowserBench {

    @Autowired
    private EnterSales enterSales;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private VatClasses vatClasses;

    private int issued;

    @AfterEach
    void nobodyElsesBooks() {
        SANDBOX.xero().clear();
    }

    @Test
    void salesGoIntoTheBooksAsAPersonHasConfirmedAndWhatIsRefusedSaysWhatToDo() {
        SANDBOX.xero().clear();
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        var here = signedIn(Role.BOOKKEEPER);
        here.open("/bookkeeping");
        assertThat(here.text()).contains("No books are connected yet", "Files of a month");
        here.looksRight("bookkeeping-empty");
        codesSaid(here);
        shops.connect(shop, OutsideService.XERO);
        here.open("/bookkeeping");
        assertThat(here.text()).contains("Nothing is entered yet");
        here.looksRight("bookkeeping-not-confirmed");
        click(here, "Look at it and confirm");
        here.page().getByLabel("From invoices of this day on").waitFor();
        assertThat(here.text()).contains("This is proposed", "200 Sales", "20% (VAT on Income)");
        here.looksRight("books");
        here.press("Confirm");
        assertThat(here.text()).contains("It is confirmed", "One summary a day");

        issue(3);
        tomorrow();
        enterSales.of(shop);
        SANDBOX.xero().lock(1, true);
        issue(1);
        tomorrow();
        enterSales.of(shop);
        here.open("/bookkeeping");
        assertThat(here.text()).contains("In the books", "3 invoices", "Not in the books", "has locked its books");
        here.looksRight("bookkeeping");
        compared(here);
        SANDBOX.xero().lock(1, false);
        click(here, "Enter again");
        here.page().getByText("It is tried again within a minute.").waitFor();
        enterSales.of(shop);
        here.open("/bookkeeping");
        assertThat(here.text()).doesNotContain("Not in the books");
        here.looksRight("bookkeeping-entered");
        assertThat(browser.troubles()).isEmpty();
    }

    /** What was refused stands in the list of what differs, with what to do. */
    private static void compared(ShopInABrowser here) {
        click(here, "Compare");
        here.page().getByText("It is not there.").waitFor();
        assertThat(here.text())
                .contains("2 entries looked up there", "Move the lock date")
                .doesNotContain("Nothing differs");
        here.looksRight("bookkeeping-compare");
        here.open("/bookkeeping");
    }

    private void issue(int many) {
        List<OrderFacts> ready = shops.ready(shop).toList();
        ready.stream()
                .filter(order -> order.closedOn().isEmpty())
                .limit(issued + many)
                .skip(issued)
                .forEach(order -> {
                    var unused = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
                });
        issued += many;
    }

    /** What is named after what it is about, by the words that are seen. */
    private static void click(ShopInABrowser here, String words) {
        here.page()
                .getByText(words, new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    private static void codesSaid(ShopInABrowser here) {
        here.follow("Accounts in files");
        here.page().getByLabel("Goods sold").fill("1100");
        here.press("Save");
        assertThat(here.text()).contains("“Trade debtors” and “Goods sold” have the same code.");
        here.looksRight("accounts-in-files");
        here.page().getByLabel("Goods sold").fill("200");
        here.press("Save");
        assertThat(here.text()).contains("Saved. Files have these codes from now on.");
    }

    private void tomorrow() {
        trainingClock.forward(1, day -> {});
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
    }
}
