package app.counterfoil.hub.breach;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrdersInScope;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.Fate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Counts records that somebody may have seen: whose they are, of which categories, and what has become of them. A record
 * whose row is gone has ended or its person was forgotten; of whom it was is still told by the order it belongs to.
 */
@Component
class CountRecords {

    static final String RECIPIENT = "order.recipient";

    private static final List<String> PEOPLE_OF_ORDERS = List.of(RECIPIENT, "order.recipient.told", "order.buyer");
    private static final String OF_ORDERS = "order.";
    private static final String OF_PARCELS = "dispatch.label";

    private final Custody custody;
    private final ObjectProvider<DeclaresKinds> kinds;
    private final OrdersInScope orders;
    private final Shipments shipments;
    private final PeopleOfTheShop people;
    private final ContactsInScope contacts;

    CountRecords(
            Custody custody,
            ObjectProvider<DeclaresKinds> kinds,
            OrdersInScope orders,
            Shipments shipments,
            PeopleOfTheShop people,
            ContactsInScope contacts) {
        this.custody = custody;
        this.kinds = kinds;
        this.orders = orders;
        this.shipments = shipments;
        this.people = people;
        this.contacts = contacts;
    }

    /** What is found on the way. */
    private static final class Tally {
        private final Set<SubjectId> people = new HashSet<>();
        private final Set<Purpose> purposes = new HashSet<>();
        private final List<String> categories = new ArrayList<>();
        private final Map<Fate.State, Long> states = new HashMap<>();
        private long unnamed;

        private void add(RecordKind<?> kind, SubjectId subject, Fate.State state) {
            add(kind);
            people.add(subject);
            states.merge(state, 1L, Long::sum);
        }

        private void add(RecordKind<?> kind) {
            if (purposes.add(kind.purpose())
                    || !categories.containsAll(kind.holds().categories())) {
                categories.addAll(kind.holds().categories());
            }
        }

        private long in(Fate.State state) {
            return states.getOrDefault(state, 0L);
        }
    }

    /** Counts these records, by the name of their kind. */
    Scope.Found of(SellerId seller, Map<String, Set<UUID>> records) {
        var tally = new Tally();
        for (var kind : declared()) {
            var ids = records.getOrDefault(kind.name(), Set.of());
            if (!ids.isEmpty()) {
                count(seller, kind, ids, tally);
            }
        }
        var about = orders.about(seller, tally.people);
        var living = tally.in(Fate.State.READABLE);
        return new Scope.Found(
                tally.people.size(),
                living + tally.in(Fate.State.ENDED) + tally.in(Fate.State.FORGOTTEN) + tally.unnamed,
                living,
                tally.in(Fate.State.ENDED),
                tally.in(Fate.State.FORGOTTEN),
                tally.unnamed,
                about.stream().anyMatch(order -> OutsideService.toldOfBreaches().contains(order.service())),
                tally.categories,
                tally.purposes,
                about.stream().map(OrdersInScope.One::id).toList(),
                staff(seller, tally.people),
                contacts(seller, tally.people));
    }

    /** Counts the people of these orders; an order of whom nothing is kept any more counts as one record that has ended. */
    Scope.Found ofOrders(SellerId seller, List<OrdersInScope.One> all) {
        var records = new HashMap<String, Set<UUID>>();
        var kept = new HashSet<UUID>();
        var ids = all.stream().map(OrdersInScope.One::id).toList();
        for (var kind : declared()) {
            if (PEOPLE_OF_ORDERS.contains(kind.name())) {
                var there =
                        custody.in(seller, vault -> vault.fatesOf(kind, ids)).keySet();
                records.put(kind.name(), new HashSet<>(there));
                kept.addAll(there);
            }
        }
        var forgotten = custody.in(seller, vault -> vault.erasures()
                .forgotten(
                        Purpose.DELIVERY,
                        all.stream().map(OrdersInScope.One::subject).toList()));
        all.stream()
                .filter(order -> !kept.contains(order.id()))
                .filter(order -> order.hadPeople() || forgotten.contains(order.subject()))
                .forEach(order -> records.computeIfAbsent(RECIPIENT, kind -> new HashSet<>())
                        .add(order.id()));
        return of(seller, records);
    }

    /** Who of the shop's own people is among them, and is still known by that name. */
    List<UUID> staff(SellerId seller, Set<SubjectId> subjects) {
        return people.sealedUnder(seller, subjects);
    }

    /** Who of them is behind no order and no account, and has an address. */
    List<UUID> contacts(SellerId seller, Set<SubjectId> subjects) {
        return contacts.among(seller, subjects);
    }

    /** All kinds there are; each says which categories of data it holds. */
    List<RecordKind<?>> declared() {
        return kinds.orderedStream().flatMap(module -> module.kinds().stream()).collect(Collectors.toList());
    }

    private void count(SellerId seller, RecordKind<?> kind, Set<UUID> ids, Tally tally) {
        var fates = custody.in(seller, vault -> vault.fatesOf(kind, ids));
        fates.values().forEach(fate -> tally.add(kind, fate.subject(), fate.state()));
        var gone = ids.stream().filter(id -> !fates.containsKey(id)).collect(Collectors.toSet());
        if (gone.isEmpty()) {
            return;
        }
        var whose = whose(seller, kind, gone);
        var forgotten =
                custody.in(seller, vault -> vault.erasures().forgotten(kind.purpose(), Set.copyOf(whose.values())));
        whose.values()
                .forEach(subject -> tally.add(
                        kind, subject, forgotten.contains(subject) ? Fate.State.FORGOTTEN : Fate.State.ENDED));
        if (gone.size() > whose.size()) {
            tally.add(kind);
            tally.unnamed += gone.size() - whose.size();
        }
    }

    /** Whose these records were, as far as the order that they belonged to says it. */
    private Map<UUID, SubjectId> whose(SellerId seller, RecordKind<?> kind, Set<UUID> gone) {
        var orderOf = new HashMap<UUID, UUID>();
        if (kind.name().startsWith(OF_ORDERS)) {
            gone.forEach(id -> orderOf.put(id, id));
        } else if (kind.name().equals(OF_PARCELS)) {
            shipments
                    .of(seller, gone)
                    .forEach(parcel -> orderOf.put(parcel.id(), parcel.order().value()));
        }
        var subjects = orders.of(seller, Set.copyOf(orderOf.values())).stream()
                .collect(Collectors.toMap(OrdersInScope.One::id, OrdersInScope.One::subject));
        var whose = new HashMap<UUID, SubjectId>();
        orderOf.forEach((record, order) -> {
            var subject = subjects.get(order);
            if (subject != null) {
                whose.put(record, subject);
            }
        });
        return whose;
    }
}
