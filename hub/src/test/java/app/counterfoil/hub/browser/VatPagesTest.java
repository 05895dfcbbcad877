package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.tax.VatClass;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Where VAT is paid, why an order bears its VAT, and the evidence of exports, in a browser. */
class VatPagesTest extends BrowserBench {

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private VatClasses vatClasses;

    @Test
    void aShopSaysWhereItPaysVatAndWhatDoesNotFitIsRefusedWithoutLoss() {
        var here = signedIn(Role.BOOKKEEPER);
        here.open("/invoices/vat");
        here.looksRight("vat");
        here.page().getByLabel("Your parcels set out from").selectOption("Northern Ireland");
        here.page().getByLabel("How you reckon what you pay over").selectOption("Flat Rate Scheme");
        here.press("Save");
        assertThat(here.text()).contains("the Flat Rate Scheme has one");
        assertThat(here.page().getByLabel("Your parcels set out from").inputValue())
                .isEqualTo("XI");
        here.looksRight("vat-refused");
        here.page().getByLabel("Percentage of the Flat Rate Scheme").fill("7.5");
        here.press("Save");
        assertThat(here.text()).contains("Saved.", "Northern Ireland", "7.5%");
        here.looksRight("vat-said");
        here.page().getByText("Take back").first().click();
        here.page().getByText("Taken back.").waitFor();
        assertThat(here.text()).contains("Taken back.").doesNotContain("7.5%");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void anExportTellsWhyItBearsNoVatAndIsListedUntilItsEvidenceIsHeld() {
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        var order = exported();
        var here = signedIn(Role.BOOKKEEPER);
        here.open("/invoices/evidence");
        here.looksRight("evidence-none");
        var unused = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        here.open("/orders/" + order.id().value());
        assertThat(here.text()).contains("Why this VAT", "Exported from the United Kingdom", "VEXP30300");
        here.looksRight("order-exported");
        here.open("/invoices/evidence");
        here.looksRight("evidence");
        here.page().getByLabel("Order " + order.channelOrderId()).check();
        here.page().getByLabel("For the orders that are ticked I hold").selectOption("Customs declaration");
        here.press("Note it");
        assertThat(here.text()).contains("Noted for 1 order.", "Held").doesNotContain("Not held yet");
        here.looksRight("evidence-held");
        assertThat(browser.troubles()).isEmpty();
    }

    private OrderFacts exported() {
        var number = new MadeUpOrders(SANDBOX)
                .amazon(4_200, json -> ((ObjectNode) json.at("/recipient/deliveryAddress"))
                        .put("postalCode", "10115")
                        .put("countryCode", "DE"));
        downloadOrders.from(account);
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 1_000).stream()
                .filter(order -> order.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
