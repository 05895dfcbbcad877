package app.counterfoil.sandbox.royalmail;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What Click & Drop refuses in an order. */
final class OrderCheck {

    private static final Map<String, Integer> LONGEST = Map.of(
            "addressLine1",
            100,
            "addressLine2",
            100,
            "addressLine3",
            100,
            "city",
            100,
            "county",
            100,
            "companyName",
            100,
            "fullName",
            210,
            "postcode",
            20);

    private OrderCheck() {}

    /** The field that is wrong, and why. */
    record Wrong(String field, String message) {}

    static Optional<Wrong> wrong(JsonNode item) {
        var address = item.path("recipient").path("address");
        for (var field : new String[] {"addressLine1", "city", "countryCode"}) {
            if (address.path(field).asString("").isBlank()) {
                return required("recipient.address." + field);
            }
        }
        for (var field : LONGEST.entrySet()) {
            if (address.path(field.getKey()).asString("").length() > field.getValue()) {
                return tooLong("recipient.address." + field.getKey(), field.getValue());
            }
        }
        if (item.path("orderReference").asString("").length() > 40) {
            return tooLong("orderReference", 40);
        }
        for (var field : new String[] {"orderDate", "subtotal", "shippingCostCharged", "total"}) {
            if (item.path(field).isMissingNode()) {
                return required(field);
            }
        }
        return Optional.empty();
    }

    private static Optional<Wrong> required(String field) {
        return Optional.of(new Wrong(field, field + " is required"));
    }

    private static Optional<Wrong> tooLong(String field, int most) {
        return Optional.of(new Wrong(field, field + " is longer than " + most + " characters"));
    }
}
