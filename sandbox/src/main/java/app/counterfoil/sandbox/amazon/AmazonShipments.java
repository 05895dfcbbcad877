package app.counterfoil.sandbox.amazon;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import app.counterfoil.sandbox.world.Account;
import app.counterfoil.sandbox.world.World;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Orders v0, confirmShipment: one call for each package. */
public final class AmazonShipments implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PATH = Pattern.compile("/orders/v0/orders/([^/]+)/shipmentConfirmation");

    private final World world;
    private final AmazonSignIn signIn;
    private final RateLimits limits;

    /** Answers from the world's truth. */
    public AmazonShipments(World world, AmazonSignIn signIn, RateLimits limits) {
        this.world = world;
        this.signIn = signIn;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "amazon-shipments";
    }

    @Override
    public boolean serves(String path) {
        return PATH.matcher(path).matches();
    }

    @Override
    public Reply answer(Request request) {
        var account =
                request.header("x-amz-access-token").flatMap(signIn::account).flatMap(world::account);
        if (account.isEmpty()) {
            return AmazonOrders.error(403, "Unauthorized", "Access to requested resource is denied.");
        }
        if (!limits.allow("confirmShipment", account.get().id(), 2, 10)) {
            return AmazonOrders.error(429, "QuotaExceeded", "You exceeded your quota for the requested resource.");
        }
        var path = PATH.matcher(request.path());
        var order = path.matches() ? account.get().order(path.group(1)) : Optional.<ObjectNode>empty();
        if (order.isEmpty()) {
            return AmazonOrders.error(404, "NotFound", "The order was not found.");
        }
        try {
            return confirm(account.get(), order.get(), JSON.readTree(request.body()));
        } catch (JacksonException notJson) {
            return AmazonOrders.error(400, "InvalidInput", "The body is not JSON.");
        }
    }

    private Reply confirm(Account account, ObjectNode order, JsonNode body) {
        var detail = body.path("packageDetail");
        if (!body.path("marketplaceId").isString()
                || !detail.path("packageReferenceId").isString()) {
            return AmazonOrders.error(400, "InvalidInput", "marketplaceId and packageReferenceId must be strings.");
        }
        for (var field : new String[] {"carrierCode", "trackingNumber", "shipDate"}) {
            if (!detail.path(field).isString()) {
                return AmazonOrders.error(400, "InvalidInput", field + " is missing.");
            }
        }
        var id = order.get("orderId").asString();
        var fulfillment = (ObjectNode) order.get("fulfillment");
        if (!account.confirmations(id).isEmpty()) {
            return AmazonOrders.error(400, "InvalidInput", "PackageToUpdateNotFound");
        }
        if (!fulfillment.get("fulfillmentStatus").asString().equals("UNSHIPPED")) {
            return AmazonOrders.error(400, "InvalidInput", "The order cannot be shipped in its state.");
        }
        account.confirm(id, body);
        fulfillment.put("fulfillmentStatus", "SHIPPED");
        order.put("lastUpdatedTime", AmazonOrderJson.time(world.clock().instant()));
        account.put(id, order);
        return Reply.empty(204);
    }
}
