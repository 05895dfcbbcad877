package app.counterfoil.sandbox.sage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** One business: its contacts, sales invoices and credit notes, the first put in first. Nothing of it is unique by itself. */
final class Business {

    private final String id;
    private final Map<String, List<ObjectNode>> kept = Map.of(
            "contacts", new ArrayList<>(),
            "sales_invoices", new ArrayList<>(),
            "sales_credit_notes", new ArrayList<>());
    private boolean locked;

    Business(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** What is kept under {@code contacts}, {@code sales_invoices} or {@code sales_credit_notes}. */
    synchronized List<ObjectNode> all(String kind) {
        return of(kind).stream().map(ObjectNode::deepCopy).toList();
    }

    /** Those whose reference, or name, has the sought text in it. */
    synchronized List<ObjectNode> search(String kind, String sought) {
        return all(kind).stream()
                .filter(each -> List.of("reference", "name", "contact_name").stream()
                        .anyMatch(field -> each.path(field).asString("").contains(sought)))
                .toList();
    }

    synchronized Optional<ObjectNode> contact(String contact) {
        return all("contacts").stream()
                .filter(each -> each.path("id").asString("").equals(contact))
                .findFirst();
    }

    synchronized void add(String kind, ObjectNode what) {
        of(kind).add(what);
    }

    /** Changes the documents of that reference. */
    synchronized void change(String reference, Consumer<ObjectNode> change) {
        kept.values().forEach(all -> all.stream()
                .filter(each -> each.path("reference").asString("").equals(reference))
                .forEach(change));
    }

    synchronized void lock(boolean isLocked) {
        locked = isLocked;
    }

    synchronized boolean isLocked() {
        return locked;
    }

    synchronized void clear() {
        kept.values().forEach(List::clear);
        locked = false;
    }

    private List<ObjectNode> of(String kind) {
        return Optional.ofNullable(kept.get(kind)).orElseThrow();
    }
}
