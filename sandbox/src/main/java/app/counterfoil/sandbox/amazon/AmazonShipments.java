package app.counterfoil.sandbox.amazon;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import app.counterfoil.sandbox.limit.RateLimits;
import app.counterfoil.sandbox.world.Account;
import app.counterfoil.sandbox.world.World;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders v0, confirmShipment: one call for each package. A package that is known is refused, as Amazon does. */
public final class AmazonShipments implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PATH = Pattern.compile("/orders/v0/orders/([^/]+)/shipmentConfirmation");
    private static final Set<String> TO_SEND = Set.of("UNSHIPPED", "PARTIALLY_SHIPPED");

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
        var account = request.header("x-amz-access-token")
                .flatMap(signIn::session)
                .map(AmazonSignIn.Session::account)
                .flatMap(world::account);
        if (account.isEmpty()) {
            return AmazonOrders.error(403, "Unauthorized", "Access to requested resource is denied.");
        }
        if (!limits.allow("confirmShipment", account.get().id(), 2, 10)) {
            return AmazonOrders.error(429, "QuotaExceeded", "You exceeded your quota for the requested resource.");
        }
        var path = PATH.matcher(request.path());
        if (!path.matches()) {
            return AmazonOrders.error(404, "NotFound", "The order was not found.");
        }
        try {
            return confirm(account.get(), path.group(1), JSON.readTree(request.body()));
        } catch (JacksonException notJson) {
            return AmazonOrders.error(400, "InvalidInput", "The body is not JSON.");
        }
    }

    private Reply confirm(Account account, String id, JsonNode body) {
        var detail = body.path("packageDetail");
        if (!body.path("marketplaceId").isString()
                || !detail.path("packageReferenceId").isString()) {
            return AmazonOrders.error(400, "InvalidInput", "marketplaceId and packageReferenceId must be strings.");
        }
        synchronized (account) {
            var found = account.order(id);
            if (found.isEmpty()) {
                return AmazonOrders.error(404, "NotFound", "The order was not found.");
            }
            var order = found.get();
            if (!order.path("salesChannel").path("marketplaceId").equals(body.get("marketplaceId"))) {
                return AmazonOrders.error(400, "InvalidInput", "The order was sold in another marketplace.");
            }
            var status = AmazonView.status(order);
            if (AmazonPackages.knows(order, detail.get("packageReferenceId").asString())
                    || (status.equals("SHIPPED") && !account.confirmations(id).isEmpty())) {
                return AmazonOrders.error(400, "InvalidInput", "PackageToUpdateNotFound");
            }
            if (!TO_SEND.contains(status)) {
                return AmazonOrders.error(400, "InvalidInput", "The order cannot be shipped in its state.");
            }
            var wrong = AmazonPackages.add(order, detail, world.clock().instant());
            if (wrong.isPresent()) {
                return AmazonOrders.error(400, "InvalidInput", wrong.get());
            }
            account.confirm(id, body);
            account.put(id, order);
            return Reply.empty(204);
        }
    }
}
