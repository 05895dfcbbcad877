package app.counterfoil.sandbox.amazon;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What an app is shown of an order: the data sets it asked for, and people only where role, state and sender allow. */
final class AmazonView {

    private static final Map<String, String> SETS = Map.of(
            "PROCEEDS", "proceeds",
            "FULFILLMENT", "fulfillment",
            "TAX", "tax",
            "PACKAGES", "packages",
            "PROMOTION", "promotion",
            "CANCELLATION", "cancellation",
            "EXPENSE", "expense",
            "PAYMENT", "payment",
            "FULFILLMENT_ORDERS", "fulfillmentOrders");
    private static final Set<String> PEOPLE = Set.of("BUYER", "RECIPIENT");
    private static final Set<String> WITH_PERSON = Set.of("UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED");

    private final Set<String> included;
    private final AmazonSignIn.Roles roles;

    AmazonView(Set<String> included, AmazonSignIn.Roles roles) {
        this.included = included;
        this.roles = roles;
    }

    /** The first name that is no data set. */
    Optional<String> unknownSet() {
        return included.stream()
                .filter(name -> !SETS.containsKey(name) && !PEOPLE.contains(name))
                .findFirst();
    }

    /** Whether people are asked for by an app that is told that it may not. */
    boolean isRefused() {
        return roles == AmazonSignIn.Roles.NONE_REFUSED && included.stream().anyMatch(PEOPLE::contains);
    }

    ObjectNode of(ObjectNode order) {
        var merchant =
                "MERCHANT".equals(order.path("fulfillment").path("fulfilledBy").asString(""));
        var person = merchant && roles == AmazonSignIn.Roles.ALL && WITH_PERSON.contains(status(order));
        var answer = order.deepCopy();
        if (!included.contains("BUYER") || !person) {
            answer.remove("buyer");
        }
        if (!included.contains("RECIPIENT") || !person) {
            answer.remove("recipient");
        }
        if (!person) {
            leavePeopleOut(answer);
        }
        SETS.forEach((set, field) -> {
            if (!included.contains(set)) {
                answer.remove(field);
                answer.get("orderItems").valueStream().forEach(item -> ((ObjectNode) item).remove(field));
            }
        });
        return answer;
    }

    static String status(ObjectNode order) {
        return order.path("fulfillment").path("fulfillmentStatus").asString("");
    }

    /** Names hide in gifts and in tax registrations, too. */
    private void leavePeopleOut(ObjectNode answer) {
        answer.get("orderItems").valueStream().forEach(item -> {
            if (item.path("fulfillment").path("packing") instanceof ObjectNode packing) {
                packing.remove("giftOption");
            }
        });
        if (roles != AmazonSignIn.Roles.ALL && answer.get("tax") instanceof ObjectNode tax) {
            tax.remove("taxRegistrations");
        }
    }
}
