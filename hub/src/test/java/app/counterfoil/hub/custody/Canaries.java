package app.counterfoil.hub.custody;

import app.counterfoil.sandbox.Sandbox;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Two words nobody else uses, one with a letter that every way of writing writes otherwise, in every personal field. */
final class Canaries {

    static final String PLAIN = "Kanarienvogelq";
    static final String ACCENTED = "Zeisigvögelq";

    private Canaries() {}

    /** The words, and what is left of the accented one where accents are taken off. */
    static List<String> words() {
        return List.of(PLAIN, ACCENTED, "Zeisigvogelq");
    }

    /**
     * Plants them in all orders of the first Amazon and eBay accounts; the first order of each cannot be
     * read, and the second of eBay's is refused by the database.
     */
    static void plant(Sandbox sandbox) {
        sandbox.generate("amazon-1", 20);
        sandbox.generate("ebay-1", 20);
        var amazon = sandbox.world().account("amazon-1").orElseThrow();
        for (var order : amazon.orders()) {
            plantInAmazon(order);
            amazon.put(order.get("orderId").asString(), order);
        }
        var ebay = sandbox.world().account("ebay-1").orElseThrow();
        for (var order : ebay.orders()) {
            plantInEbay(order);
            ebay.put(order.get("orderId").asString(), order);
        }
        var unreadable = amazon.orders().get(0);
        ((ObjectNode) unreadable.at("/recipient/deliveryAddress")).put("countryCode", PLAIN);
        amazon.put(unreadable.get("orderId").asString(), unreadable);
        var nowhere = ebay.orders().get(0);
        address(nowhere).put("countryCode", PLAIN);
        ebay.put(nowhere.get("orderId").asString(), nowhere);
        var beforeTime = ebay.orders().get(1);
        beforeTime.put("creationDate", "-200000-01-01T00:00:00.000Z");
        ebay.put(beforeTime.get("orderId").asString(), beforeTime);
    }

    /** Changes who it is for in every order at its channel, as buyers do after a download. */
    static void edit(Sandbox sandbox) {
        var later = Instant.now().minusSeconds(200).truncatedTo(ChronoUnit.SECONDS);
        var amazon = sandbox.world().account("amazon-1").orElseThrow();
        for (var order : amazon.orders()) {
            ((ObjectNode) order.at("/recipient/deliveryAddress")).put("addressLine1", ACCENTED + " other row");
            ((ObjectNode) order.get("buyer")).put("buyerName", PLAIN + " Other");
            order.put("lastUpdatedTime", later.toString());
            amazon.put(order.get("orderId").asString(), order);
        }
        var ebay = sandbox.world().account("ebay-1").orElseThrow();
        for (var order : ebay.orders()) {
            address(order).put("addressLine1", ACCENTED + " other row");
            order.put("buyerCheckoutNotes", PLAIN + " other note");
            order.put("lastModifiedDate", later.toString().replace("Z", ".000Z"));
            ebay.put(order.get("orderId").asString(), order);
        }
    }

    private static void plantInAmazon(ObjectNode order) {
        ((ObjectNode) order.get("buyer"))
                .put("buyerName", ACCENTED + " Name")
                .put("buyerEmail", PLAIN + "@example.com")
                .put("buyerCompanyName", ACCENTED)
                .put("buyerPurchaseOrderNumber", PLAIN);
        var address = (ObjectNode) order.at("/recipient/deliveryAddress");
        for (var field : List.of(
                "name", "companyName", "addressLine1", "addressLine2", "addressLine3", "city", "stateOrRegion")) {
            address.put(field, ACCENTED + " " + field);
        }
        address.put("phone", PLAIN);
        plantPostcode(order, address);
        ((ObjectNode) order.get("recipient"))
                .putObject("deliveryPreference")
                .put("dropOffLocation", ACCENTED + " shed")
                .put("addressInstruction", PLAIN + " instruction");
        ((ObjectNode) order.at("/orderItems/0/fulfillment"))
                .putObject("packing")
                .putObject("giftOption")
                .put("giftMessage", ACCENTED + " gift");
        order.putObject("tax")
                .putArray("taxRegistrations")
                .addObject()
                .put("entityType", "BUYER")
                .put("legalName", ACCENTED)
                .put("taxRegistrationType", "VAT")
                .put("taxRegistrationNumber", PLAIN);
    }

    private static void plantInEbay(ObjectNode order) {
        var buyer = (ObjectNode) order.get("buyer");
        buyer.put("username", PLAIN);
        buyer.putObject("taxIdentifier").put("taxpayerId", PLAIN).put("taxIdentifierType", "VATIN");
        order.put("buyerCheckoutNotes", ACCENTED + " note");
        var to = (ObjectNode) order.at("/fulfillmentStartInstructions/0/shippingStep/shipTo");
        to.put("fullName", ACCENTED + " Name").put("companyName", ACCENTED).put("email", PLAIN + "@example.com");
        to.putObject("primaryPhone").put("phoneNumber", PLAIN);
        address(order)
                .put("addressLine1", ACCENTED + " Row")
                .put("addressLine2", PLAIN)
                .put("city", ACCENTED)
                .put("county", ACCENTED + " county")
                .put("stateOrProvince", isEverySecond(order) ? PLAIN : "");
        plantPostcode(order, address(order));
        ((ObjectNode) order.at("/lineItems/0"))
                .putObject("giftDetails")
                .put("message", ACCENTED + " gift")
                .put("recipientEmail", PLAIN + "@example.com")
                .put("senderName", PLAIN);
        if (Math.floorMod(order.get("orderId").asString().hashCode(), 3) == 0) {
            // No business: it is given a short invoice, and may ask for a full one.
            buyer.remove("taxIdentifier");
            to.remove("companyName");
        }
    }

    /** In every second order: an address that no postcode fits has no place of supply, and so no invoice. */
    private static void plantPostcode(ObjectNode order, ObjectNode address) {
        if (isEverySecond(order)) {
            address.put("postalCode", PLAIN);
        }
    }

    private static boolean isEverySecond(ObjectNode order) {
        var number = order.get("orderId").asString();
        return (number.charAt(number.length() - 1) - '0') % 2 == 0;
    }

    private static ObjectNode address(ObjectNode order) {
        return (ObjectNode) order.at("/fulfillmentStartInstructions/0/shippingStep/shipTo/contactAddress");
    }
}
