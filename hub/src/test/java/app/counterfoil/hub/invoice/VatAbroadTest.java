package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.tax.VatClass;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Whose VAT an order bears follows from what the seller has said of itself, and why stands on the order. */
class VatAbroadTest extends InvoiceBench {

    @Autowired
    private VatStandings standings;

    @Autowired
    private IssueDueInvoices issueDue;

    @Autowired
    private InvoicesDue open;

    @Test
    void fromBelfastToAConsumerInBerlinTheOneStopShopChargesTheVatOfGermany() throws Exception {
        var shop = shopAtTheStandardRate();
        says(shop, Map.of("dispatchedFrom", "XI", "distanceSales", "ONE_STOP_SHOP"));
        var order = taken(shop, json -> MadeUpOrders.address(json, "Testa Demoson", "10115", "DE"));
        assertThat(page(bookkeeper(shop), path(order)))
                .contains("VAT of Germany at 19%, declared in the Union One Stop Shop.");
        var invoice = issued(shop, order);
        assertThat(invoice.vat()).as("19/119 of £15").isEqualTo(Money.pence(2_39));
        assertThat(invoice.kind())
                .as("no short form to a person in a member state")
                .isEqualTo(InvoiceKind.FULL);
        assertThat(invoice.partyEndsOn())
                .as("records of the One Stop Shop live ten years")
                .contains(RetentionPolicy.oneStopShopRecord(invoice.suppliedOn()));
        says(shop, Map.of("dispatchedFrom", "GB"));
        assertThat(page(bookkeeper(shop), path(order)))
                .as("what was decided stays with the invoice")
                .contains("VAT of Germany at 19%", "VATNIEU3720");
        assertThat(text(pdfs.of(bookkeeper(shop), invoice.id()).orElseThrow()))
                .contains("19 %", "Umsatzsteuer des Bestimmungslandes");
    }

    @Test
    void aSmallParcelWaitsForTheRateOfTheMonthAndThenBearsTheVatOfTheImportScheme() throws Exception {
        var shop = shopAtTheStandardRate();
        says(shop, Map.of("dispatchedFrom", "GB", "importOneStopShop", "true"));
        var order = taken(shop, json -> MadeUpOrders.address(json, "Testa Demoson", "75001", "FR"));
        assertThat(refused(shop, order)).satisfies(waits -> {
            assertThat(waits.waitsFor()).isEqualTo(WaitsFor.RATES);
            assertThat(waits.wrong()).contains("what the parcel is worth in euros");
        });
        enterEuros(shop, order);
        issueDue.issue(shop);
        var invoice = invoices.ofOrder(shop, order.id()).orElseThrow();
        assertThat(invoice.vat()).as("20/120 of £15").isEqualTo(Money.pence(2_50));
        assertThat(invoices.reasons(shop, invoice.id()))
                .singleElement()
                .asString()
                .contains("VAT of France at 20%", "export");
    }

    @Test
    void aLargeParcelIsAnExport() throws Exception {
        var shop = shopAtTheStandardRate();
        says(shop, Map.of("dispatchedFrom", "GB", "importOneStopShop", "true"));
        connectAmazon(shop);
        var order = taken(shop, MARKET.amazon(30_000, json -> goesTo(json, "75001", "FR")));
        enterEuros(shop, order);
        assertThat(issued(shop, order).vat().isZero()).isTrue();
    }

    @Test
    void aBusinessIsNoCustomerOfTheImportScheme() throws Exception {
        var shop = shopAtTheStandardRate();
        connectAmazon(shop);
        says(shop, Map.of("dispatchedFrom", "GB", "importOneStopShop", "true"));
        var order = businessInDublin(shop);
        enterEuros(shop, order);
        assertThat(issued(shop, order).vat().isZero()).as("it is an export").isTrue();
    }

    @Test
    void aSaleBeforeTheRegistrationBearsNoVat() throws Exception {
        var shop = shopAtTheStandardRate();
        var order = taken(shop, json -> {});
        says(
                shop,
                Map.of(
                        "registeredSince",
                        VatOfOrders.suppliedOn(order).plusDays(1).toString()));
        var invoice = issued(shop, order);
        assertThat(invoice.kind()).isEqualTo(InvoiceKind.WITHOUT_VAT);
        assertThat(text(pdfs.of(bookkeeper(shop), invoice.id()).orElseThrow())).doesNotContain(VAT_NUMBER);
        says(shop, Map.of("registeredSince", VatOfOrders.suppliedOn(order).toString()));
        var next = taken(shop, json -> {});
        assertThat(issued(shop, next).vat()).isEqualTo(Money.pence(2_50));
    }

    @Test
    void aBusinessInDublinPaysNoVatOnceItsNumberWasLookedUp() throws Exception {
        var shop = shopAtTheStandardRate();
        connectAmazon(shop);
        says(shop, Map.of("dispatchedFrom", "XI"));
        var order = businessInDublin(shop);
        assertThat(refused(shop, order).mend()).contains("Look the number up");
        var me = bookkeeper(shop);
        assertThat(page(me, path(order)))
                .contains("The customer&#39;s VAT number is registered", "It is not registered");
        send(me, path(order) + "/invoice/number?registered=true");
        issueDue.issue(shop);
        var invoice = invoices.ofOrder(shop, order.id()).orElseThrow();
        assertThat(invoice.vat().isZero()).isTrue();
        assertThat(page(me, path(order))).contains("to a business registered for VAT", "VAT number looked up");
        var other = businessInDublin(shop);
        send(me, path(other) + "/invoice/number?registered=false");
        assertThat(issued(shop, other).vat().isZero()).as("as a consumer").isFalse();
    }

    @Test
    void aProductThatIsNotStandardRatedNeedsItsRateInTheOtherState() throws Exception {
        var shop = shopAtTheStandardRate();
        vatClasses.say(shop, Map.of(new ProductKey("MUG", ""), VatClass.ZERO));
        says(shop, Map.of("dispatchedFrom", "XI", "distanceSales", "ONE_STOP_SHOP"));
        var order = taken(shop, json -> MadeUpOrders.address(json, "Testa Demoson", "10115", "DE"));
        assertThat(refused(shop, order).waitsFor()).isEqualTo(WaitsFor.STANDING);
        var me = bookkeeper(shop);
        send(me, "/invoices/vat/rates", Map.of("product", "sku:MUG", "state", "DE", "rate", "7"));
        assertThat(page(me, "/invoices/vat")).contains("MUG", "Germany", "7%");
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, order.id()).orElseThrow().vat())
                .as("7/107 of £15")
                .isEqualTo(Money.pence(98));
        send(me, "/invoices/vat/rates/withdraw", Map.of("product", "sku:MUG", "state", "DE"));
        assertThat(page(me, "/invoices/vat")).doesNotContain("7%");
    }

    @Test
    void whatIsSaidCountsFromItsDayOnAndCanBeTakenBack() throws Exception {
        var shop = shopAtTheStandardRate();
        var order = taken(shop, json -> {});
        var day = VatOfOrders.suppliedOn(order);
        says(shop, Map.of("holdsFrom", day.plusDays(1).toString(), "dispatchedFrom", "XI"));
        assertThat(standings.on(shop, day)).isEqualTo(VatStandings.Said.NOTHING);
        assertThat(standings.on(shop, day.plusDays(9)).dispatchedFrom().code()).isEqualTo("XI");
        send(
                bookkeeper(shop),
                "/invoices/vat/withdraw",
                Map.of("holdsFrom", day.plusDays(1).toString()));
        assertThat(standings.of(shop)).isEmpty();
    }

    @Test
    void whatDoesNotFitTogetherIsRefusedAndNothingOfItIsLost() throws Exception {
        var shop = shopAtTheStandardRate();
        var said = standing(Map.of("scheme", "FLAT_RATE", "flatRate", "", "dispatchedFrom", "XI"));
        var asked = post("/invoices/vat");
        said.forEach(asked::param);
        assertThat(pages.asked(bookkeeper(shop), asked).getContentAsString())
                .contains("the Flat Rate Scheme has one", "value=\"XI\" selected=\"selected\"");
        assertThat(standings.of(shop)).isEmpty();
    }

    @Test
    void aSmallParcelIntoTheUnionBearsADutyForEachHeading() throws Exception {
        var shop = shopAtTheStandardRate();
        var order = taken(shop, json -> {
            MadeUpOrders.address(json, "Testa Demoson", "75001", "FR");
            json.put("creationDate", "2026-11-02T10:00:00.000Z");
        });
        var me = bookkeeper(shop);
        assertThat(page(me, path(order))).as("no exchange rate").doesNotContain("EU customs duty");
        enterEuros(shop, order);
        assertThat(page(me, path(order))).contains("EU customs duty", "Say the commodity code of A mug");
        send(
                me,
                "/invoices/products",
                Map.of("sku", "MUG", "title", "A mug", "vatClass", "", "commodityCode", "6912 00 23"));
        assertThat(page(me, "/invoices/products")).contains("value=\"69120023\"");
        assertThat(page(me, path(order))).contains("€3.00 at the border, for 1 tariff heading");
        var inland = taken(shop, json -> {});
        assertThat(page(me, path(inland))).doesNotContain("EU customs duty");
    }

    private OrderFacts businessInDublin(SellerId shop) throws IOException {
        return taken(shop, MARKET.amazon(1_200, json -> {
            goesTo(json, "D02 X285", "IE");
            json.putObject("tax")
                    .putArray("taxRegistrations")
                    .addObject()
                    .put("entityType", "BUYER")
                    .put("taxRegistrationType", "VAT")
                    .put("taxRegistrationNumber", "IE6433435F");
        }));
    }

    private InvoicesDue.OpenInvoice refused(SellerId shop, OrderFacts order) {
        open.due(shop, List.of(order.id()));
        issueDue.issue(shop);
        return open.of(shop, order.id()).orElseThrow();
    }

    private void enterEuros(SellerId shop, OrderFacts order) throws Exception {
        var month = VatOfOrders.suppliedOn(order).toString().substring(0, 7);
        send(bookkeeper(shop), "/invoices/rates", Map.of("currency", "EUR", "month", month, "units", "1.15"));
    }

    private void says(SellerId shop, Map<String, String> what) throws Exception {
        send(bookkeeper(shop), "/invoices/vat", standing(what));
    }

    private static Map<String, String> standing(Map<String, String> what) {
        var form = new HashMap<>(Map.of(
                "holdsFrom", "2020-01-01",
                "established", "true",
                "dispatchedFrom", "GB",
                "scheme", "STANDARD",
                "distanceSales", "BELOW_LIMIT"));
        form.putAll(what);
        return form;
    }

    private static void goesTo(ObjectNode json, String postcode, String country) {
        var address = (ObjectNode) json.at("/recipient/deliveryAddress");
        address.put("postalCode", postcode).put("countryCode", country);
    }

    private static String path(OrderFacts order) {
        return "/orders/" + order.id().value();
    }
}
