package app.counterfoil.bench;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Compares what a database holds with what was confirmed to those who wrote it. */
final class DrillCheck {

    private static final int OPENED_AT_ONCE = 200;

    private final Installation hub;
    private final SellerId shop;

    DrillCheck(Installation hub, SellerId shop) {
        this.hub = hub;
        this.shop = shop;
    }

    /**
     * What is not as it was confirmed.
     *
     * @param numbers committed rows that are not there
     * @param orders orders that are not there
     * @param unreadable orders that are there and whose people cannot be opened, though nobody asked to forget them
     * @param returned orders whose people were forgotten and can be opened, or of whom a secret is there again
     */
    record Wrong(Set<Long> numbers, Set<String> orders, Set<String> unreadable, Set<String> returned) {}

    /** Others may write meanwhile: what counts is what was confirmed before the first look. */
    Wrong look(Connection superuser, Confirmed confirmed) throws SQLException {
        var lostNumbers = new HashSet<>(confirmed.numbers());
        var lostOrders = new HashSet<>(confirmed.orders());
        var unreadable = new HashSet<>(confirmed.readable());
        var returned = new HashSet<>(confirmed.forgotten());
        each(superuser, "SELECT number FROM drill.noted", row -> lostNumbers.remove(row.getLong(1)));
        var there = new HashMap<String, RecordRef>();
        each(
                superuser,
                "SELECT channel_order_id, order_id, subject_id FROM counterfoil.order_order",
                row -> there.put(
                        row.getString(1),
                        new RecordRef(row.getObject(2, UUID.class), new SubjectId(row.getObject(3, UUID.class)))));
        lostOrders.removeAll(there.keySet());
        var opened = opened(there);
        unreadable.removeAll(lostOrders);
        unreadable.removeAll(opened);
        // Who was asked to be forgotten meanwhile may be unreadable for that.
        unreadable.retainAll(confirmed.readable());
        var held = held(superuser);
        returned.retainAll(there.keySet());
        returned.removeIf(order -> !opened.contains(order) && !held.contains(subjectOf(there, order)));
        return new Wrong(lostNumbers, lostOrders, unreadable, returned);
    }

    private static UUID subjectOf(Map<String, RecordRef> orders, String order) {
        var ref = orders.get(order);
        if (ref == null) {
            throw new IllegalStateException("There is no order " + order + ".");
        }
        return ref.subject().value();
    }

    /** Subjects of whom a secret is there, for delivery or for service. */
    private static Set<UUID> held(Connection superuser) throws SQLException {
        var held = new HashSet<UUID>();
        each(
                superuser,
                """
                SELECT subject_id FROM counterfoil.vault_subject_secret
                 WHERE purpose IN ('DELIVERY', 'SERVICE') AND wrapped IS NOT NULL
                """,
                row -> held.add(row.getObject(1, UUID.class)));
        return held;
    }

    /** The orders whose recipient the hub can open. */
    private Set<String> opened(Map<String, RecordRef> orders) {
        var numbers = new ArrayList<>(orders.entrySet());
        var opened = new HashSet<String>();
        for (int first = 0; first < numbers.size(); first += OPENED_AT_ONCE) {
            var some = numbers.subList(first, Math.min(numbers.size(), first + OPENED_AT_ONCE));
            var outcomes = open(some.stream().map(Map.Entry::getValue).toList());
            for (var order : some) {
                var outcome = outcomes.get(order.getValue().id());
                if (outcome instanceof Outcome.Opened) {
                    opened.add(order.getKey());
                }
            }
        }
        return opened;
    }

    private Map<UUID, Outcome<Recipient>> open(List<RecordRef> refs) {
        var opening = new Opening(HubJob.RETENTION, Purpose.DELIVERY, "FAILOVER_DRILL");
        return hub.part(Custody.class).in(shop, vault -> vault.open(opening, Recipient.KIND, refs));
    }

    private interface OfARow {
        void see(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String question, OfARow work) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            while (row.next()) {
                work.see(row);
            }
        }
    }
}
