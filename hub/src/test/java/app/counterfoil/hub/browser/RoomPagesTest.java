package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.hub.vatreturn.Purchase;
import app.counterfoil.hub.vatreturn.PurchaseKind;
import app.counterfoil.hub.vatreturn.Purchases;
import app.counterfoil.hub.vatreturn.Rhythm;
import app.counterfoil.hub.vatreturn.VatReturns;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The bookkeeper's room in a browser: looked over, a document found, and all of them taken along as PDFs. */
class RoomPagesTest extends BrowserBench {

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private VatClasses vatClasses;

    @Autowired
    private VatReturns returns;

    @Autowired
    private Purchases purchases;

    @Autowired
    private BusinessClock clock;

    @Test
    void theRoomIsLookedOverAndADocumentFoundAndAllOfThemTakenAlong() throws IOException {
        var here = signedIn(Role.BOOKKEEPER);
        here.open("/books");
        here.looksRight("room-empty");
        here.open("/invoices/documents");
        here.looksRight("documents-none");
        var number = issued();
        said();
        shops.connect(shop, OutsideService.XERO);
        here.open("/books");
        assertThat(here.text()).contains("VAT by period", "What is locked", "not yet", "Differences");
        here.looksRight("room");
        here.follow("Find a document");
        here.looksRight("documents");
        here.page().getByLabel("Number of a document or an order").fill("V-no-such-one");
        here.press("Find");
        assertThat(here.text()).contains("Nothing found");
        here.looksRight("documents-not-found");
        here.page().getByLabel("Number of a document or an order").fill(number);
        here.press("Find");
        assertThat(here.text()).contains("For " + number, "Show all documents");
        here.follow("Show all documents");
        papers(here, number);
        assertThat(browser.troubles()).isEmpty();
    }

    private void papers(ShopInABrowser here, String number) throws IOException {
        here.follow("As PDFs in a ZIP");
        here.page().getByLabel("Reason").fill("The accountant closes the quarter.");
        here.looksRight("papers");
        here.page()
                .getByLabel("What", new Page.GetByLabelOptions().setExact(true))
                .selectOption("CREDIT_NOTES");
        here.page().getByText("No document fits").waitFor();
        here.looksRight("papers-none");
        here.open("/exports/papers");
        here.page().getByLabel("Reason").fill("The accountant closes the quarter.");
        here.press("Make the file");
        here.page().getByText("Go on to download it").waitFor();
        here.follow("Go on to download it");
        here.looksRight("papers-made");
        var download = here.page()
                .waitForDownload(() -> here.page().getByText("Download it").click());
        assertThat(download.suggestedFilename()).isEqualTo("documents-copy-1.zip");
        try (var zip = new ZipFile(Path.of(download.path().toString()).toFile())) {
            assertThat(zip.getEntry(number + ".pdf")).isNotNull();
            assertThat(zip.getEntry("documents.csv")).isNotNull();
        }
    }

    private void said() {
        var me = shops.person(shop, Role.BOOKKEEPER).id();
        var start = clock.today().withDayOfMonth(1).minusMonths(4);
        returns.say(shop, start, Rhythm.MONTHLY, me);
        purchases.note(
                shop,
                new Purchase(
                        UUID.randomUUID(),
                        PurchaseKind.BOUGHT,
                        clock.today(),
                        Optional.empty(),
                        "B-1",
                        Money.pence(40_00),
                        Money.pence(8_00)),
                me);
    }

    private String issued() {
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        return orders.page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 6).stream()
                .map(order -> issueInvoices
                        .forOrder(shop, order.id(), true, Optional.empty())
                        .number())
                .reduce("", (first, number) -> number);
    }
}
