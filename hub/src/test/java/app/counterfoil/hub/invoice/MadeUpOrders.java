package app.counterfoil.hub.invoice;

import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.amazon.AmazonOrderJson;
import app.counterfoil.sandbox.ebay.EbayOrderJson;
import app.counterfoil.sandbox.world.Sale;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Puts orders into the made-up marketplaces as a test wants them. */
public final class MadeUpOrders {

    private static final AtomicInteger NUMBERS = new AtomicInteger(5_000);

    private final Sandbox sandbox;
    private final AtomicInteger changes = new AtomicInteger();

    /** Puts them into the marketplaces of that sandbox. */
    public MadeUpOrders(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** An order at eBay for a mug of £12.00 and £3.00 delivery to a made-up person in Leeds; returns its number. */
    public String ebay(Consumer<ObjectNode> change) {
        var order = EbayOrderJson.of(sale(false, 1_200), 1);
        change.accept(order);
        return put("ebay-1", order);
    }

    /** An order at eBay for these lines, with so many pence for delivery; returns its number. */
    public String ebay(List<Sale.Line> lines, long delivery, Consumer<ObjectNode> change) {
        var order = EbayOrderJson.of(sale(false, lines, delivery), 1);
        change.accept(order);
        return put("ebay-1", order);
    }

    /** An order that Amazon sends itself, so that neither buyer nor address is told. */
    String byAmazon(long pence) {
        var order = AmazonOrderJson.of(sale(true, pence), 1);
        order.remove("recipient");
        order.remove("buyer");
        return put("amazon-1", order);
    }

    /** An order at Amazon for a mug of so many pence, to be sent by the shop; returns its number. */
    public String amazon(long pence, Consumer<ObjectNode> change) {
        var order = AmazonOrderJson.of(sale(false, pence), 1);
        change.accept(order);
        return put("amazon-1", order);
    }

    /** The order as the marketplace has it now, changed by the test. */
    public void change(String orderId, Consumer<ObjectNode> change) {
        var account = sandbox.world().account("ebay-1").orElseThrow();
        var order = account.order(orderId).orElseThrow();
        change.accept(order);
        order.put("lastModifiedDate", time(200 - changes.incrementAndGet()));
        account.put(orderId, order);
    }

    /** So many pounds of the order are paid back at eBay. */
    public void refund(String orderId, String refundId, String pounds) {
        change(orderId, json -> json.withObject("paymentSummary")
                .withArray("refunds")
                .addObject()
                .put("refundId", refundId)
                .put("refundStatus", "REFUNDED")
                .withObject("amount")
                .put("value", pounds)
                .put("currency", "GBP"));
    }

    /** The same order sold in euros. */
    public static void inEuros(ObjectNode order) {
        order.findParents("currency").forEach(amount -> ((ObjectNode) amount).put("currency", "EUR"));
    }

    /** The same order sent elsewhere, to somebody of that name. */
    public static void address(ObjectNode order, String name, String postcode, String country) {
        var shipTo = (ObjectNode)
                order.withArray("fulfillmentStartInstructions").get(0).at("/shippingStep/shipTo");
        shipTo.put("fullName", name);
        shipTo.withObject("contactAddress").put("postalCode", postcode).put("countryCode", country);
    }

    static void sum(ObjectNode order, String part, String pounds, String currency) {
        order.withObject("pricingSummary").withObject(part).put("value", pounds).put("currency", currency);
    }

    private String put(String account, ObjectNode order) {
        var id = order.get("orderId").asString();
        sandbox.world().account(account).orElseThrow().put(id, order);
        return id;
    }

    private Sale sale(boolean byMarketplace, long pence) {
        return sale(byMarketplace, List.of(new Sale.Line("MUG", "A mug", 1, pence, 0)), 300);
    }

    private Sale sale(boolean byMarketplace, List<Sale.Line> lines, long delivery) {
        return new Sale(
                NUMBERS.incrementAndGet(),
                now().minusSeconds(600),
                new Sale.Buyer("Testa Demoson", "testa", "testa@relay.example", Optional.empty(), Optional.empty()),
                new Sale.Destination("1 Example Row", "", "Leeds", "", "LS1 9ZZ", "GB", "07700 900101"),
                lines,
                delivery,
                "GBP",
                "",
                "",
                Sale.State.UNSHIPPED,
                byMarketplace,
                Set.of());
    }

    private String time(int secondsAgo) {
        return now().minusSeconds(secondsAgo).toString().substring(0, 19) + ".000Z";
    }

    private Instant now() {
        return sandbox.world().clock().instant();
    }
}
