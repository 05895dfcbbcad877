package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.Invoices;
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

/** One invoice for several orders of one customer, in a browser. */
class ConsolidatedPagesTest extends BrowserBench {

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private Invoices invoices;

    @Autowired
    private VatClasses vatClasses;

    @Test
    void aBookkeeperTicksTheOrdersIssuesOneInvoiceAndCreditsALineOfOneOfThem() {
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        var ebay = shops.download(shop, OutsideService.EBAY);
        var first = invoiced(ebay);
        var path = "/orders/" + first.id().value();
        var here = signedIn(Role.BOOKKEEPER);
        here.open(path + "/invoice/consolidated");
        assertThat(here.text()).contains("No other order fits");
        here.looksRight("consolidated-none");
        var second = invoiced(ebay);
        var third = invoiced(ebay);
        here.open(path);
        here.page().getByText("One invoice for several orders").click();
        here.page().getByText("Issue one invoice for these orders").waitFor();
        assertThat(here.text())
                .contains(first.channelOrderId(), second.channelOrderId(), third.channelOrderId(), "£15.00")
                .doesNotContain("Several Demoson");
        here.looksRight("consolidated");
        here.press("Issue one invoice for these orders");
        assertThat(here.text()).contains("One order alone needs no invoice for several.");
        here.looksRight("consolidated-refused");
        here.page().getByLabel("Order " + second.channelOrderId()).check();
        here.page().getByLabel("Order " + third.channelOrderId()).check();
        here.press("Issue one invoice for these orders");
        var invoice = invoices.ofOrder(shop, second.id()).orElseThrow();
        assertThat(here.text())
                .contains("Invoice " + invoice.number() + " is issued for 3 orders.", "Of this order", "£45.00");
        here.looksRight("order-consolidated");
        here.open("/orders/" + second.id().value());
        assertThat(here.text()).contains("3 orders of one customer", "Of this order");
        creditALine(here, invoice, second);
        assertThat(browser.troubles()).isEmpty();
    }

    private static void creditALine(ShopInABrowser here, Invoice invoice, OrderFacts second) {
        here.open("/invoices/documents");
        assertThat(here.text()).contains("and 2 more");
        here.open("/invoices/" + invoice.id() + "/credit");
        here.looksRight("credit-consolidated");
        here.page()
                .getByLabel("Credited now of " + second.channelOrderId() + ": A mug")
                .fill("4.00");
        here.press("Issue the credit note");
        assertThat(here.text()).contains("Credit note CV", second.channelOrderId(), "Left of this order", "£11.00");
    }

    private OrderFacts invoiced(Account ebay) {
        var market = new MadeUpOrders(SANDBOX);
        var number = market.ebay(json -> MadeUpOrders.address(json, "Several Demoson", "LS1 9ZX", "GB"));
        downloadOrders.from(ebay);
        var order = orders.page(shop, OrderFilter.all(), Optional.empty(), 1_000).stream()
                .filter(each -> each.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
        var unused = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        return order;
    }
}
