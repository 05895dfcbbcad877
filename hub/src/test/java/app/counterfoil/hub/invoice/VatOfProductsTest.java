package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.tax.VatClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** No product is taxed before the seller has been asked; a product without a stock keeping unit goes by its title. */
class VatOfProductsTest extends InvoiceBench {

    private static final ProductKey MUG = new ProductKey("MUG", "");
    private static final ProductKey UNNUMBERED = new ProductKey("", "A picture book, for children");

    @Autowired
    private IssueDueInvoices issueDue;

    @Autowired
    private InvoicesDue open;

    @Test
    void aProductOfWhichNobodyHasSaidTheVatWaitsAndIsIssuedByItselfOnceItIsSaid() throws Exception {
        var shop = shop(VAT_NUMBER);
        var order = taken(shop, json -> {});
        open.due(shop, List.of(order.id()));
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, order.id())).isEmpty();
        assertThat(open.refused(shop, 10)).hasSize(1).first().satisfies(each -> {
            assertThat(each.wrong()).isEqualTo("Say the VAT of A mug first.");
            assertThat(each.waitsFor()).isEqualTo(WaitsFor.PRODUCTS);
        });
        var me = bookkeeper(shop);
        for (var path : List.of("/invoices", "/orders/" + order.id().value())) {
            assertThat(page(me, path)).contains("Say the VAT of A mug first.", "href=\"/invoices/products\"");
        }
        send(me, "/invoices/products/most", Map.of("most", "STANDARD"));
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, order.id()).orElseThrow().vat()).isEqualTo(Money.pence(2_50));
        assertThat(open.refused(shop, 10)).isEmpty();
    }

    @Test
    void sayingItOfTheProductAloneIsEnoughForItsInvoice() throws Exception {
        var shop = shop(VAT_NUMBER);
        var order = taken(shop, json -> {});
        open.due(shop, List.of(order.id()));
        issueDue.issue(shop);
        send(bookkeeper(shop), "/invoices/products", Map.of("sku", "MUG", "title", "A mug", "vatClass", "ZERO"));
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, order.id()).orElseThrow().vat().isZero())
                .isTrue();
        assertThat(vatClasses.of(shop).most()).isEmpty();
    }

    @Test
    void aProductWithoutAStockKeepingUnitIsListedAndRatedByItsTitle() throws Exception {
        var shop = shop(VAT_NUMBER);
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        var book = taken(shop, VatOfProductsTest::aBookWithoutSku);
        var other = taken(shop, json -> line(json).put("title", "A lamp").remove("sku"));
        var me = bookkeeper(shop);
        assertThat(page(me, "/invoices/products")).contains(UNNUMBERED.title(), "A lamp");
        send(me, "/invoices/products", Map.of("sku", "", "title", UNNUMBERED.title(), "vatClass", "ZERO"));
        assertThat(issueInvoices
                        .forOrder(shop, book.id(), false, Optional.empty())
                        .vat()
                        .isZero())
                .isTrue();
        assertThat(issueInvoices
                        .forOrder(shop, other.id(), false, Optional.empty())
                        .vat())
                .isEqualTo(Money.pence(2_50));
    }

    @Test
    void whatIsTakenBackFollowsMostOfTheOthersAgain() throws Exception {
        var shop = shop(VAT_NUMBER);
        vatClasses.sayMost(shop, VatClass.REDUCED, Optional.empty());
        vatClasses.say(shop, Map.of(MUG, VatClass.ZERO, UNNUMBERED, VatClass.ZERO));
        var unused = taken(shop, json -> {});
        send(bookkeeper(shop), "/invoices/products", Map.of("sku", "MUG", "title", "A mug", "vatClass", ""));
        assertThat(vatClasses.of(shop).of(MUG)).contains(VatClass.REDUCED);
        assertThat(vatClasses.of(shop).of(UNNUMBERED)).contains(VatClass.ZERO);
    }

    @Test
    void whereTheRateOfTheProductDecidesNothingNobodyIsAsked() {
        var exporting = shop(VAT_NUMBER);
        var abroad = taken(exporting, json -> MadeUpOrders.address(json, "Testa Demoson", "10115", "DE"));
        assertThat(issueInvoices
                        .forOrder(exporting, abroad.id(), false, Optional.empty())
                        .vat()
                        .isZero())
                .isTrue();
        var unregistered = shop("");
        var order = taken(unregistered, json -> {});
        assertThat(issueInvoices
                        .forOrder(unregistered, order.id(), false, Optional.empty())
                        .vat()
                        .isZero())
                .isTrue();
    }

    @Test
    void nobodyIssuesItByHandEitherBeforeItIsSaidAndNoNumberIsTaken() {
        var shop = shop(VAT_NUMBER);
        var order = taken(shop, json -> {});
        assertThatThrownBy(() -> issueInvoices.forOrder(shop, order.id(), true, Optional.empty()))
                .isInstanceOf(CannotInvoice.class)
                .hasMessage("Say the VAT of A mug first.");
        vatClasses.say(shop, Map.of(MUG, VatClass.STANDARD));
        assertThat(issueInvoices
                        .forOrder(shop, order.id(), true, Optional.empty())
                        .number())
                .endsWith("-000001");
    }

    private static void aBookWithoutSku(ObjectNode order) {
        line(order).put("title", UNNUMBERED.title()).remove("sku");
    }

    private static ObjectNode line(ObjectNode order) {
        return (ObjectNode) order.withArray("lineItems").get(0);
    }
}
