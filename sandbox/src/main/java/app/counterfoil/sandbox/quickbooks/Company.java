package app.counterfoil.sandbox.quickbooks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** One company: its customers, invoices and credit memos, the first put in first, and what was answered to which request id. */
final class Company {

    private final String id;
    private final Map<String, List<ObjectNode>> kept =
            Map.of("Customer", new ArrayList<>(), "Invoice", new ArrayList<>(), "CreditMemo", new ArrayList<>());
    private final Map<String, ObjectNode> answered = new HashMap<>();
    private int last = 100;
    private boolean closed;

    Company(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    synchronized List<ObjectNode> all(String kind) {
        return of(kind).stream().map(ObjectNode::deepCopy).toList();
    }

    /** Those whose field has that value. */
    synchronized List<ObjectNode> where(String kind, String field, String value) {
        return all(kind).stream()
                .filter(each -> each.path(field).asString("").equals(value))
                .toList();
    }

    /** Keeps it under an id of its own, and what was answered for the request. */
    synchronized ObjectNode add(String kind, ObjectNode what, String request) {
        var stored = what.put("Id", String.valueOf(++last)).put("SyncToken", "0");
        of(kind).add(stored);
        if (!request.isEmpty()) {
            answered.put(request, stored.deepCopy());
        }
        return stored.deepCopy();
    }

    /** What was answered for that request before. */
    synchronized Optional<ObjectNode> answered(String request) {
        return Optional.ofNullable(answered.get(request)).map(ObjectNode::deepCopy);
    }

    /** Changes the documents of that number. */
    synchronized void change(String number, Consumer<ObjectNode> change) {
        kept.values().forEach(all -> all.stream()
                .filter(each -> each.path("DocNumber").asString("").equals(number))
                .forEach(change));
    }

    synchronized void close(boolean isClosed) {
        closed = isClosed;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void clear() {
        kept.values().forEach(List::clear);
        answered.clear();
        closed = false;
    }

    private List<ObjectNode> of(String kind) {
        return Optional.ofNullable(kept.get(kind)).orElseThrow();
    }
}
