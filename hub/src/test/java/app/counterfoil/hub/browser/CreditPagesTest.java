package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.OutsideService;
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

/** A refund that a channel tells of, credited in a browser. */
class CreditPagesTest extends BrowserBench {

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private VatClasses vatClasses;

    @Test
    void aRefundIsListedAndCreditedAndWhatIsTooMuchIsRefusedWithoutLoss() {
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        var here = signedIn(Role.BOOKKEEPER);
        here.open("/invoices/refunds");
        here.looksRight("refunds-none");
        var order = refunded();
        here.open("/invoices/refunds");
        assertThat(here.text()).contains(order.channelOrderId(), "£4.00");
        here.looksRight("refunds");
        here.page().getByLabel("Credit order " + order.channelOrderId()).click();
        here.page().getByLabel("Paid back on").waitFor();
        here.looksRight("credit");
        here.page().getByLabel("Amount paid back").fill("99.00");
        here.press("Issue the credit note");
        assertThat(here.text()).contains("£99.00 cannot be credited: £15.00 is left");
        assertThat(here.page().getByLabel("Amount paid back").inputValue()).isEqualTo("99.00");
        here.looksRight("credit-refused");
        here.page().getByLabel("Amount paid back").fill("4.00");
        here.press("Issue the credit note");
        assertThat(here.text()).contains("Credit note CV", "Left of the invoice", "£11.00");
        here.looksRight("order-credited");
        here.open("/invoices/refunds");
        assertThat(here.text()).contains("No refund is without its credit note");
        assertThat(browser.troubles()).isEmpty();
    }

    private OrderFacts refunded() {
        var market = new MadeUpOrders(SANDBOX);
        var ebay = shops.download(shop, OutsideService.EBAY);
        var number = market.ebay(json -> {});
        downloadOrders.from(ebay);
        var order = orders.page(shop, OrderFilter.all(), Optional.empty(), 1_000).stream()
                .filter(each -> each.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
        var unused = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        market.refund(number, "R1", "4.00");
        downloadOrders.from(ebay);
        return order;
    }
}
