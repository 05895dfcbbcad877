package app.counterfoil.sandbox.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An account at one of the outside services, with the orders it holds in the service's own JSON. */
public final class Account {

    private final String id;
    private final Map<String, ObjectNode> orders = new LinkedHashMap<>();
    private final Map<String, ObjectNode> whenPaid = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> confirmations = new LinkedHashMap<>();

    Account(String id) {
        this.id = id;
    }

    /** The account's name in the sandbox, such as {@code amazon-1}. */
    public String id() {
        return id;
    }

    /** All orders, the oldest first. */
    public synchronized List<ObjectNode> orders() {
        return orders.values().stream().map(ObjectNode::deepCopy).toList();
    }

    /** One order. */
    public synchronized Optional<ObjectNode> order(String orderId) {
        return Optional.ofNullable(orders.get(orderId)).map(ObjectNode::deepCopy);
    }

    /** Puts an order in, or in the place of its earlier state. */
    public synchronized void put(String orderId, ObjectNode order) {
        orders.put(orderId, order.deepCopy());
    }

    /** Keeps what an order will look like once it is paid, where the channel does not tell before. */
    public synchronized void putWhenPaid(String orderId, ObjectNode order) {
        whenPaid.put(orderId, order.deepCopy());
    }

    /** What payment makes of an order, if something is kept for it; it is given once. */
    public synchronized Optional<ObjectNode> takeWhenPaid(String orderId) {
        return Optional.ofNullable(whenPaid.remove(orderId));
    }

    /** Whether something is kept for the order's payment. */
    public synchronized boolean hasWhenPaid(String orderId) {
        return whenPaid.containsKey(orderId);
    }

    /** Notes a shipment confirmation as it was received. */
    public synchronized void confirm(String orderId, JsonNode confirmation) {
        confirmations.merge(orderId, List.of(confirmation), (old, fresh) -> {
            var all = new ArrayList<>(old);
            all.addAll(fresh);
            return List.copyOf(all);
        });
    }

    /** The shipment confirmations received for an order. */
    public synchronized List<JsonNode> confirmations(String orderId) {
        return confirmations.getOrDefault(orderId, List.of());
    }

    /** Puts back what it holds now, whenever that is run. What is in its books is never changed in place. */
    synchronized Runnable asItIs() {
        var ordersNow = new LinkedHashMap<>(orders);
        var whenPaidNow = new LinkedHashMap<>(whenPaid);
        var confirmationsNow = new LinkedHashMap<>(confirmations);
        return () -> putBack(ordersNow, whenPaidNow, confirmationsNow);
    }

    private synchronized void putBack(
            Map<String, ObjectNode> ordersThen,
            Map<String, ObjectNode> whenPaidThen,
            Map<String, List<JsonNode>> confirmationsThen) {
        orders.clear();
        orders.putAll(ordersThen);
        whenPaid.clear();
        whenPaid.putAll(whenPaidThen);
        confirmations.clear();
        confirmations.putAll(confirmationsThen);
    }

    /** All confirmations received. */
    public synchronized Collection<List<JsonNode>> allConfirmations() {
        return List.copyOf(confirmations.values());
    }
}
