package app.counterfoil.hub.dispatch.courier.royalmail;

import app.counterfoil.hub.disclosure.DataCategory;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which personal data is in a {@code CreateOrderRequest}, read from the request itself: what is not sent is not said to
 * be, and a field that nobody has classified is not sent at all.
 */
final class FieldsHandedOver {

    /** Fields, or what they lie in, by their path; the first that fits says what it is. Empty: of nobody. */
    private static final Map<String, Optional<DataCategory>> FIELDS = fields();

    private FieldsHandedOver() {}

    private static Map<String, Optional<DataCategory>> fields() {
        var fields = new LinkedHashMap<String, Optional<DataCategory>>();
        fields.put("recipient.address.fullName", Optional.of(DataCategory.NAME));
        fields.put("recipient.address.companyName", Optional.of(DataCategory.NAME));
        fields.put("recipient.address.", Optional.of(DataCategory.ADDRESS));
        fields.put("recipient.emailAddress", Optional.of(DataCategory.EMAIL));
        fields.put("recipient.phoneNumber", Optional.of(DataCategory.PHONE));
        fields.put("specialInstructions", Optional.of(DataCategory.INSTRUCTIONS));
        fields.put("packages.contents.", Optional.of(DataCategory.GOODS));
        for (var worth : Set.of("orderDate", "subtotal", "shippingCostCharged", "total", "currencyCode")) {
            fields.put(worth, Optional.of(DataCategory.GOODS));
        }
        for (var ours : Set.of(
                "orderReference",
                "isRecipientABusiness",
                "postageDetails.serviceCode",
                "postageDetails.IOSSNumber",
                "postageDetails.sendNotificationsTo",
                "postageDetails.receiveEmailNotification",
                "postageDetails.receiveSmsNotification",
                "sender.tradingName",
                "packages.weightInGrams",
                "packages.packageFormatIdentifier",
                "label.includeLabelInResponse")) {
            fields.put(ours, Optional.empty());
        }
        return fields;
    }

    /** @throws IllegalStateException if a field is not classified */
    static Set<DataCategory> of(JsonNode request) {
        var categories = EnumSet.noneOf(DataCategory.class);
        look("", request, categories);
        return categories;
    }

    private static void look(String path, JsonNode node, Set<DataCategory> categories) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> look(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                            field.getValue(),
                            categories));
        } else if (node.isArray()) {
            node.forEach(each -> look(path, each, categories));
        } else {
            category(path).ifPresent(categories::add);
        }
    }

    private static Optional<DataCategory> category(String path) {
        return FIELDS.entrySet().stream()
                .filter(field ->
                        field.getKey().endsWith(".") ? path.startsWith(field.getKey()) : path.equals(field.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("Nobody has said what the field " + path + " tells of people."));
    }
}
