package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.tax.GoodsMark;
import app.counterfoil.hub.tax.VatClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Second-hand goods show no VAT, and of phones and chips a registered business pays it itself, from £5,000 on. */
class MarkedGoodsTest extends InvoiceBench {

    private static final ProductKey MUG = new ProductKey("MUG", "");

    @Autowired
    private GoodsMarks marks;

    @Autowired
    private IssueDueInvoices issueDue;

    @Autowired
    private InvoicesDue open;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @BeforeEach
    void aShop() {
        shop = shopAtTheStandardRate();
        connectAmazon(shop);
    }

    @Test
    void secondHandGoodsAreInvoicedWithoutVatAndSayWhy() throws Exception {
        var order = taken(shop, json -> {});
        var me = bookkeeper(shop);
        send(
                me,
                "/invoices/products",
                Map.of("sku", "MUG", "title", "A mug", "vatClass", "", "goodsMark", "SECOND_HAND"));
        assertThat(page(me, "/invoices/products")).contains("value=\"SECOND_HAND\" selected=\"selected\"");
        var invoice = issued(shop, order);
        assertThat(invoice.vat().isZero()).isTrue();
        assertThat(invoice.kind()).isEqualTo(InvoiceKind.FULL);
        assertThat(text(pdfs.of(me, invoice.id()).orElseThrow())).contains("Margin scheme: second-hand goods");
    }

    @Test
    void whatWasSaidIsTakenBackAndCountsForTheNextInvoiceAlone() throws Exception {
        marks.say(shop, Map.of(MUG, Optional.of(GoodsMark.SECOND_HAND)));
        var before = issued(shop, taken(shop, json -> {}));
        send(
                bookkeeper(shop),
                "/invoices/products",
                Map.of("sku", "MUG", "title", "A mug", "vatClass", "", "goodsMark", ""));
        assertThat(marks.of(shop)).isEmpty();
        assertThat(issued(shop, taken(shop, json -> {})).vat()).isEqualTo(Money.pence(2_50));
        assertThat(invoices.one(shop, before.id()).orElseThrow().vat().isZero()).isTrue();
    }

    @Test
    void ofPhonesForMoreThanTheLimitARegisteredBusinessPaysTheVatItself() throws Exception {
        marks.say(shop, Map.of(MUG, Optional.of(GoodsMark.REVERSE_CHARGE)));
        var order = toABusiness(6_000_00);
        open.due(shop, List.of(order.id()));
        issueDue.issue(shop);
        assertThat(open.of(shop, order.id()).orElseThrow().mend()).contains("Look the number up");
        var me = bookkeeper(shop);
        send(me, "/orders/" + order.id().value() + "/invoice/number?registered=true");
        issueDue.issue(shop);
        var invoice = invoices.ofOrder(shop, order.id()).orElseThrow();
        assertThat(invoice.vat().isZero()).isTrue();
        assertThat(text(pdfs.of(me, invoice.id()).orElseThrow()))
                .contains("Reverse charge: the customer is to pay the VAT at 20% to HMRC.");
        var below = toABusiness(5_000_00);
        assertThat(issued(shop, below).vat().isZero())
                .as("£4,166.67 without VAT")
                .isFalse();
    }

    @Test
    void theMarkOfAnotherProductMeansNothingHere() {
        vatClasses.say(shop, Map.of(new ProductKey("OTHER", ""), VatClass.STANDARD));
        marks.say(shop, Map.of(new ProductKey("OTHER", ""), Optional.of(GoodsMark.REVERSE_CHARGE)));
        assertThat(issued(shop, toABusiness(9_000_00)).vat().isZero()).isFalse();
    }

    private OrderFacts toABusiness(long pence) {
        return taken(shop, MARKET.amazon(pence, json -> json.putObject("tax")
                .putArray("taxRegistrations")
                .addObject()
                .put("entityType", "BUYER")
                .put("taxRegistrationType", "VAT")
                .put("taxRegistrationNumber", "GB100000034")));
    }
}
