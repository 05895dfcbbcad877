package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.tax.VatClass;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The forms of an invoice for machines, fetched in a browser. */
class InvoiceFormsPageTest extends BrowserBench {

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private VatClasses vatClasses;

    @Test
    void theFormsOfAFullInvoiceAreFetchedAndAShortOneSaysWhyItHasNone() {
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        var ebay = shops.download(shop, OutsideService.EBAY);
        var full = issued(ebay, true);
        var shortOne = issued(ebay, false);
        var here = signedIn(Role.BOOKKEEPER);
        here.open("/invoices");
        here.looksRight("invoices-with-forms");
        here.page().getByLabel("Forms for machines of " + full.number()).click();
        here.page().getByText("byte for byte").waitFor();
        here.looksRight("invoice-forms");
        assertThat(here.text()).contains("It cannot be sent by Peppol", "VAT number of the customer");
        assertThat(here.fetchedFrom("document.querySelector('a[href$=\"/xml\"]')"))
                .startsWith("200 application/xml")
                .endsWith("no-store");
        assertThat(here.fetchedFrom("document.querySelector('a[href$=\"/ubl\"]')"))
                .startsWith("200 application/xml");
        here.open("/invoices/" + shortOne.id() + "/forms");
        assertThat(here.text()).contains("names nobody", "Issue a full VAT invoice in its place");
        here.looksRight("invoice-forms-none");
        here.open("/orders/" + full.order());
        assertThat(here.text()).contains("For machines: XML, UBL");
        assertThat(browser.troubles()).isEmpty();
    }

    private Invoice issued(Account ebay, boolean full) {
        var market = new MadeUpOrders(SANDBOX);
        var number = market.ebay(json -> {});
        downloadOrders.from(ebay);
        var order = orders.page(shop, OrderFilter.all(), Optional.empty(), 1_000).stream()
                .filter(each -> each.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
        return issueInvoices.forOrder(shop, order.id(), full, Optional.empty());
    }
}
