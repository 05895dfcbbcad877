package app.counterfoil.sandbox.xero;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** One organisation: its invoices and credit notes by number, its contacts by name, and what was answered to which idempotency key. */
final class Organisation {

    /** What was put in under a key, and what was answered. */
    record Answered(byte[] asked, int status, ObjectNode answer) {}

    private final String tenant = UUID.randomUUID().toString();
    private final Map<String, ObjectNode> invoices = new LinkedHashMap<>();
    private final Map<String, ObjectNode> creditNotes = new LinkedHashMap<>();
    private final Map<String, String> contacts = new HashMap<>();
    private final Map<String, Answered> answered = new HashMap<>();
    private boolean locked;

    String tenant() {
        return tenant;
    }

    /** What is kept under {@code Invoices} or {@code CreditNotes}, the first put in first. */
    synchronized List<ObjectNode> all(String kind) {
        return of(kind).values().stream().map(ObjectNode::deepCopy).toList();
    }

    synchronized Optional<ObjectNode> numbered(String kind, String number) {
        return Optional.ofNullable(of(kind).get(number)).map(ObjectNode::deepCopy);
    }

    synchronized void put(String kind, String number, ObjectNode document) {
        of(kind).put(number, document);
    }

    private Map<String, ObjectNode> of(String kind) {
        return kind.equals("CreditNotes") ? creditNotes : invoices;
    }

    /** A contact of that name is one and the same, as it is there. */
    synchronized String contact(String name) {
        return contacts.computeIfAbsent(name, unknown -> UUID.randomUUID().toString());
    }

    synchronized Optional<Answered> answered(String key) {
        return Optional.ofNullable(answered.get(key));
    }

    synchronized void answer(String key, byte[] asked, int status, ObjectNode answer) {
        answered.put(key, new Answered(Arrays.copyOf(asked, asked.length), status, answer));
    }

    synchronized void lock(boolean isLocked) {
        locked = isLocked;
    }

    synchronized boolean isLocked() {
        return locked;
    }

    synchronized void clear() {
        invoices.clear();
        creditNotes.clear();
        contacts.clear();
        answered.clear();
        locked = false;
    }
}
